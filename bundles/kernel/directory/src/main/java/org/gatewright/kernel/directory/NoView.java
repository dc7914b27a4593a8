package org.gatewright.kernel.directory;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gatewright.spi.directory.Criterion;
import org.gatewright.spi.directory.DirectoryView;
import org.gatewright.spi.directory.Group;
import org.gatewright.spi.directory.GroupProperty;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserProperty;

/** What a visitor sees: nothing. */
record NoView() implements DirectoryView {

    @Override
    public List<User> users(Criterion<UserProperty> criterion, long after, int most) {
        return List.of();
    }

    @Override
    public List<Group> groups(Criterion<GroupProperty> criterion, String after, int most) {
        return List.of();
    }

    @Override
    public Map<UUID, List<Group>> groupsOf(List<UUID> users) {
        return Map.of();
    }

    @Override
    public List<String> members(UUID group) {
        return List.of();
    }
}
