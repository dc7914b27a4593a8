package org.gatewright.outposts.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.util.StaticUtils;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatewright.outposts.ldap.Tree.Kind;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.Group;
import org.gatewright.spi.directory.User;

/** What a user looks like: authentik's attributes, with the user name as {@code uid}. Attributes of the organisation come last and replace none but a few. */
record UserEntry(Tree tree) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,63}");
    private static final Set<String> REPLACEABLE = Set.of("uidnumber", "gidnumber", "homedirectory");

    /** Never what somebody wrote into free attributes: programs decide by it, or it is searched for elsewhere. */
    private static final Set<String> RESERVED = Set.of(
            "objectclass",
            "cn",
            "uid",
            "samaccountname",
            "name",
            "displayname",
            "mail",
            "memberof",
            "member",
            "uniquemember",
            "memberuid",
            "userpassword",
            "createtimestamp");

    Entry of(User user, List<Group> groups) {
        Entry entry = new Entry(tree.dn(Kind.USER, user.username()));
        entry.addAttribute(
                "objectClass",
                "top",
                "person",
                "organizationalPerson",
                "inetOrgPerson",
                "user",
                "posixAccount",
                "gatewright-user");
        entry.addAttribute("cn", user.username());
        entry.addAttribute("uid", user.username());
        entry.addAttribute("sAMAccountName", user.username());
        entry.addAttribute("sn", user.name().isEmpty() ? user.username() : user.name());
        add(entry, "name", user.name());
        add(entry, "displayName", user.name());
        add(entry, "mail", user.email());
        posix(entry, user);
        entry.addAttribute("gatewright-active", flag(user.active()));
        entry.addAttribute("gatewright-superuser", flag(user.superuser()));
        groups.forEach(group ->
                entry.addAttribute("memberOf", tree.dn(Kind.GROUP, group.name()).toString()));
        entry.addAttribute("createTimestamp", StaticUtils.encodeGeneralizedTime(Date.from(user.createdAt())));
        addFree(entry, user.attributes());
        return entry;
    }

    private void posix(Entry entry, User user) {
        entry.setAttribute("uidNumber", Long.toString(number(user)));
        entry.setAttribute("gidNumber", Long.toString(number(user)));
        entry.setAttribute("homeDirectory", "/home/" + user.username());
    }

    /** The number of a user, and of the group that is theirs alone. */
    long number(User user) {
        return tree.settings().uidStartNumber() + user.pk();
    }

    static String flag(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    private static void add(Entry entry, String name, String value) {
        if (!value.isEmpty()) {
            entry.addAttribute(name, value);
        }
    }

    /** Adds what the organisation keeps of the object, as far as LDAP has words for it. */
    static void addFree(Entry entry, JsonObject attributes) {
        attributes.members().forEach((name, value) -> {
            List<String> values = texts(value);
            if (!values.isEmpty() && isFree(name) && (isReplaceable(name) || !entry.hasAttribute(name))) {
                entry.setAttribute(name, values);
            }
        });
    }

    private static boolean isReplaceable(String name) {
        return REPLACEABLE.contains(name.toLowerCase(Locale.ROOT));
    }

    private static boolean isFree(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return NAME.matcher(name).matches()
                && !RESERVED.contains(lower)
                && !lower.startsWith("gatewright-")
                && !lower.startsWith("entry");
    }

    private static List<String> texts(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().flatMap(one -> texts(one).stream()).toList();
        }
        if (value instanceof Boolean flag) {
            return List.of(flag(flag));
        }
        return value instanceof JsonObject || value.toString().isEmpty() ? List.of() : List.of(value.toString());
    }
}
