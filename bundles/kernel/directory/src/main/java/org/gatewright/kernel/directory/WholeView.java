package org.gatewright.kernel.directory;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gatewright.port.store.DirectorySearchStore;
import org.gatewright.spi.directory.Criterion;
import org.gatewright.spi.directory.DirectoryView;
import org.gatewright.spi.directory.Group;
import org.gatewright.spi.directory.GroupProperty;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserProperty;

/** All users and groups. */
record WholeView(DirectorySearchStore store) implements DirectoryView {

    @Override
    public List<User> users(Criterion<UserProperty> criterion, long after, int most) {
        return store.users(criterion, after, checked(most));
    }

    @Override
    public List<Group> groups(Criterion<GroupProperty> criterion, String after, int most) {
        return store.groups(criterion, after, checked(most));
    }

    @Override
    public Map<UUID, List<Group>> groupsOf(List<UUID> users) {
        checked(users.size());
        return store.groupsOf(users);
    }

    @Override
    public List<String> members(UUID group) {
        return store.members(group);
    }

    static int checked(int most) {
        if (most > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " at once, not " + most);
        }
        return most;
    }
}
