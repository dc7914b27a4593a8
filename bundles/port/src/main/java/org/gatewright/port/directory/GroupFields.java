package org.gatewright.port.directory;

import java.util.List;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;

/**
 * What can be set of a group.
 *
 * @param superuser whether all members, those of nested groups included, are superusers
 * @param parents groups that this one is nested in; its members are theirs too
 * @param roles that the members have
 */
public record GroupFields(String name, boolean superuser, List<UUID> parents, List<UUID> roles, JsonObject attributes) {

    /** Copies the lists. */
    public GroupFields {
        parents = List.copyOf(parents);
        roles = List.copyOf(roles);
    }
}
