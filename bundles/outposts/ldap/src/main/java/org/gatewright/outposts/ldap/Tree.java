package org.gatewright.outposts.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gatewright.spi.outpost.OutpostContext;
import org.gatewright.spi.protocol.Provider;

/**
 * The tree of one provider: where what is.
 *
 * @param base its root
 */
record Tree(Provider<LdapSettings> provider, DN base) {

    /** What can be at a place. */
    enum Kind {
        BASE,
        USERS,
        GROUPS,
        VIRTUAL_GROUPS,
        USER,
        GROUP,
        VIRTUAL_GROUP;

        /** What is below a place of this kind. */
        Optional<Kind> member() {
            return switch (this) {
                case USERS -> Optional.of(USER);
                case GROUPS -> Optional.of(GROUP);
                case VIRTUAL_GROUPS -> Optional.of(VIRTUAL_GROUP);
                default -> Optional.empty();
            };
        }
    }

    /**
     * A place in a tree, whether something is there or not.
     *
     * @param name of the user or group; empty for what is above them
     */
    record Place(Tree tree, Kind kind, String name) {}

    private static final String OU = "ou";
    private static final Set<String> NAMES = Set.of("cn", "uid");
    private static final List<Kind> UNITS = List.of(Kind.USERS, Kind.GROUPS, Kind.VIRTUAL_GROUPS);

    LdapSettings settings() {
        return provider.settings();
    }

    /** Returns the trees that there are. */
    static List<Tree> all(OutpostContext context) {
        return context.providers(LdapSettings.class).stream().flatMap(Tree::of).toList();
    }

    private static Stream<Tree> of(Provider<LdapSettings> provider) {
        return dn(provider.settings().baseDn()).map(base -> new Tree(provider, base)).stream();
    }

    /** Finds the place with the name; empty if no tree has such a place. Of trees within trees the innermost counts. */
    static Optional<Place> find(OutpostContext context, String name) {
        return dn(name).flatMap(dn -> all(context).stream()
                .filter(tree -> dn.isDescendantOf(tree.base(), true))
                .max(Comparator.comparingInt(tree -> tree.base().getRDNs().length))
                .flatMap(tree -> tree.place(dn)));
    }

    /** Returns the place of a name under the base; empty if the tree has no such place. */
    Optional<Place> place(DN dn) {
        int below = dn.getRDNs().length - base.getRDNs().length;
        if (dn.equals(base)) {
            return Optional.of(new Place(this, Kind.BASE, ""));
        }
        DN unit = below == 1 ? dn : dn.getParent();
        Optional<Kind> kind =
                UNITS.stream().filter(candidate -> dn(candidate).equals(unit)).findFirst();
        if (below == 1) {
            return kind.map(found -> new Place(this, found, ""));
        }
        Optional<RDN> own = Optional.ofNullable(dn.getRDN()).filter(rdn -> below == 2);
        return kind.flatMap(Kind::member)
                .flatMap(member -> own.flatMap(rdn -> name(rdn, member)).map(name -> new Place(this, member, name)));
    }

    private static Optional<String> name(RDN rdn, Kind kind) {
        String attribute = rdn.getAttributeNames()[0].toLowerCase(Locale.ROOT);
        boolean names = kind == Kind.USER ? NAMES.contains(attribute) : attribute.equals("cn");
        return names && !rdn.isMultiValued() ? Optional.of(rdn.getAttributeValues()[0]) : Optional.empty();
    }

    /** Returns the name of what is above users or groups. */
    DN dn(Kind unit) {
        return unit == Kind.BASE ? base : new DN(new RDN(OU, unit(unit)), base);
    }

    /** Returns the word for what is above users or groups. */
    static String unit(Kind kind) {
        return switch (kind) {
            case BASE -> "";
            case USERS, USER -> "users";
            case GROUPS, GROUP -> "groups";
            case VIRTUAL_GROUPS, VIRTUAL_GROUP -> "virtual-groups";
        };
    }

    /** Returns the name of a user or group. */
    DN dn(Kind kind, String name) {
        return new DN(new RDN("cn", name), dn(kind));
    }

    /** Reads a name; empty if it is none. */
    static Optional<DN> dn(String text) {
        try {
            DN dn = new DN(text);
            return dn.isNullDN() ? Optional.empty() : Optional.of(dn);
        } catch (LDAPException e) {
            return Optional.empty(); // names nothing
        }
    }
}
