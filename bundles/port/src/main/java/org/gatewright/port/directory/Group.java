package org.gatewright.port.directory;

import java.util.List;
import java.util.UUID;

/**
 * A group at one moment.
 *
 * @param members ids of its direct members
 */
public record Group(UUID id, GroupFields fields, List<UUID> members) {

    /** Copies the members. */
    public Group {
        members = List.copyOf(members);
    }
}
