package org.gatewright.outposts.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which attributes somebody wants (RFC 4511 section 4.5.1.8, RFC 3673).
 *
 * @param names in lower case
 * @param typesOnly whether values are left out
 */
record Selection(Set<String> names, boolean typesOnly) {

    private static final String ALL = "*";
    private static final String OPERATIONAL = "+";
    private static final Set<String> OPERATIONAL_NAMES =
            Set.of("entryuuid", "entrydn", "subschemasubentry", "createtimestamp");

    static Selection of(List<String> wanted, boolean typesOnly) {
        Set<String> names = wanted.isEmpty()
                ? Set.of(ALL)
                : wanted.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        return new Selection(names, typesOnly);
    }

    /** Returns the attributes of the entry that are wanted. */
    List<Attribute> of(Entry entry) {
        return of(entry.getAttributes());
    }

    private List<Attribute> of(Collection<Attribute> attributes) {
        return attributes.stream()
                .filter(attribute -> wants(attribute.getName().toLowerCase(Locale.ROOT)))
                .map(attribute -> typesOnly ? new Attribute(attribute.getName()) : attribute)
                .toList();
    }

    private boolean wants(String name) {
        return names.contains(name) || names.contains(OPERATIONAL_NAMES.contains(name) ? OPERATIONAL : ALL);
    }
}
