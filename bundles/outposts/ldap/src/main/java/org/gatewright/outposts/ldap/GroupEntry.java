package org.gatewright.outposts.ldap;

import com.unboundid.ldap.sdk.Entry;
import java.util.List;
import java.util.UUID;
import org.gatewright.outposts.ldap.Tree.Kind;
import org.gatewright.spi.directory.Group;
import org.gatewright.spi.directory.User;

/** What a group looks like. */
record GroupEntry(Tree tree) {

    /** Numbers of groups are taken from 30 bits of their id, which are random: two of a thousand groups share one in one of two thousand installations. */
    private static final long BITS = (1L << 30) - 1;

    Entry of(Group group, List<String> members) {
        Entry entry = new Entry(tree.dn(Kind.GROUP, group.name()));
        classes(entry, group.name());
        entry.addAttribute("gidNumber", Long.toString(number(group.id())));
        entry.addAttribute("gatewright-superuser", UserEntry.flag(group.superuser()));
        addMembers(entry, members);
        UserEntry.addFree(entry, group.attributes());
        return entry;
    }

    /** The group of one user, which their files belong to on a Unix machine. */
    Entry virtual(User user) {
        Entry entry = new Entry(tree.dn(Kind.VIRTUAL_GROUP, user.username()));
        classes(entry, user.username());
        entry.addAttribute("gidNumber", Long.toString(new UserEntry(tree).number(user)));
        addMembers(entry, List.of(user.username()));
        return entry;
    }

    private static void classes(Entry entry, String name) {
        entry.addAttribute("objectClass", "top", "group", "groupOfUniqueNames", "posixGroup", "gatewright-group");
        entry.addAttribute("cn", name);
        entry.addAttribute("sAMAccountName", name);
    }

    private void addMembers(Entry entry, List<String> members) {
        if (members.isEmpty()) {
            return;
        }
        List<String> names = members.stream()
                .map(member -> tree.dn(Kind.USER, member).toString())
                .toList();
        entry.addAttribute("member", names);
        entry.addAttribute("uniqueMember", names);
        entry.addAttribute("memberUid", members);
    }

    private long number(UUID id) {
        return tree.settings().gidStartNumber() + (id.getLeastSignificantBits() & BITS);
    }
}
