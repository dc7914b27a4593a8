package org.gatewright.port.directory;

import java.util.List;
import java.util.UUID;

/** A named set of permissions. */
public record Role(UUID id, String name, List<Permission> permissions) {

    /** Copies the permissions. */
    public Role {
        permissions = List.copyOf(permissions);
    }
}
