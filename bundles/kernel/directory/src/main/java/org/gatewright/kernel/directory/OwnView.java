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

/** One user, with the groups that they are a member of; of their members only that one. */
record OwnView(DirectorySearchStore store, UUID user) implements DirectoryView {

    @Override
    public List<User> users(Criterion<UserProperty> criterion, long after, int most) {
        Criterion<UserProperty> oneself = new Criterion.Is<>(UserProperty.ID, user.toString());
        return store.users(new Criterion.All<>(List.of(oneself, criterion)), after, WholeView.checked(most));
    }

    @Override
    public List<Group> groups(Criterion<GroupProperty> criterion, String after, int most) {
        List<Criterion<GroupProperty>> own = ownGroups().stream()
                .<Criterion<GroupProperty>>map(
                        group -> new Criterion.Is<>(GroupProperty.ID, group.id().toString()))
                .toList();
        return store.groups(
                new Criterion.All<>(List.of(new Criterion.Any<>(own), criterion)), after, WholeView.checked(most));
    }

    @Override
    public Map<UUID, List<Group>> groupsOf(List<UUID> users) {
        WholeView.checked(users.size());
        return store.groupsOf(users.stream().filter(user::equals).toList());
    }

    @Override
    public List<String> members(UUID group) {
        boolean own = ownGroups().stream().anyMatch(known -> known.id().equals(group));
        List<String> name = store.users(new Criterion.Is<>(UserProperty.ID, user.toString()), 0, 1).stream()
                .map(User::username)
                .toList();
        return own ? store.members(group).stream().filter(name::contains).toList() : List.of();
    }

    private List<Group> ownGroups() {
        return store.groupsOf(List.of(user)).getOrDefault(user, List.of());
    }
}
