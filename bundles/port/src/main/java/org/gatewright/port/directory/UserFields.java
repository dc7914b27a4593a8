package org.gatewright.port.directory;

import java.util.List;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.UserType;

/**
 * What can be set of a user.
 *
 * @param groups ids of the groups that the user is a direct member of
 */
public record UserFields(
        String username,
        String name,
        String email,
        boolean active,
        UserType type,
        String path,
        JsonObject attributes,
        List<UUID> groups) {

    /** Copies the groups. */
    public UserFields {
        groups = List.copyOf(groups);
    }
}
