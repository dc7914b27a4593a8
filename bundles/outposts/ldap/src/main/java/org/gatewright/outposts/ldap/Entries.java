package org.gatewright.outposts.ldap;

import com.unboundid.ldap.sdk.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.outposts.ldap.Tree.Kind;
import org.gatewright.spi.directory.Criterion;
import org.gatewright.spi.directory.DirectoryView;
import org.gatewright.spi.directory.Group;
import org.gatewright.spi.directory.GroupProperty;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserProperty;

/** The entries of one tree, as far as somebody may see them. */
final class Entries {

    private final Tree tree;
    private final DirectoryView view;
    private final UserEntry users;
    private final GroupEntry groups;

    Entries(Tree tree, DirectoryView view) {
        this.tree = tree;
        this.view = view;
        this.users = new UserEntry(tree);
        this.groups = new GroupEntry(tree);
    }

    /** Returns the entry at the place, if there is one. */
    Optional<Entry> at(Tree.Place place) {
        return switch (place.kind()) {
            case BASE -> Optional.of(base());
            case USERS, GROUPS, VIRTUAL_GROUPS -> Optional.of(unit(place.kind()));
            case USER -> named(place).map(user -> of(List.of(user)).get(0));
            case VIRTUAL_GROUP -> named(place).map(this::virtual);
            case GROUP ->
                view.groups(new Criterion.Is<>(GroupProperty.NAME, place.name()), "", 1).stream()
                        .findFirst()
                        .map(this::of);
        };
    }

    private Optional<User> named(Tree.Place place) {
        return view.users(new Criterion.Is<>(UserProperty.USERNAME, place.name()), 0, 1).stream()
                .findFirst();
    }

    Entry base() {
        Entry entry = new Entry(tree.base());
        entry.addAttribute("objectClass", "top", "domain");
        Optional.ofNullable(tree.base().getRDN()).stream()
                .flatMap(rdn -> rdn.getNameValuePairs().stream())
                .forEach(pair -> entry.addAttribute(pair.getAttributeName(), pair.getAttributeValue()));
        return operational(entry, tree.provider().id());
    }

    Entry unit(Kind kind) {
        Entry entry = new Entry(tree.dn(kind));
        entry.addAttribute("objectClass", "top", "organizationalUnit");
        entry.addAttribute("ou", Tree.unit(kind));
        entry.addAttribute("subschemaSubentry", Subschema.NAME);
        return entry;
    }

    /** Returns the entries of users, in order. */
    List<Entry> of(List<User> found) {
        Map<UUID, List<Group>> memberships =
                view.groupsOf(found.stream().map(User::id).toList());
        return found.stream()
                .map(user -> operational(users.of(user, memberships.getOrDefault(user.id(), List.of())), user.id()))
                .toList();
    }

    Entry of(Group group) {
        return operational(groups.of(group, view.members(group.id())), group.id());
    }

    /** Returns the group of which a user is the only member. */
    Entry virtual(User user) {
        return operational(groups.virtual(user), user.id());
    }

    private static Entry operational(Entry entry, UUID id) {
        entry.addAttribute("entryUUID", id.toString());
        entry.addAttribute("entryDN", entry.getDN());
        entry.addAttribute("subschemaSubentry", Subschema.NAME);
        return entry;
    }
}
