package org.gatewright.outposts.ldap;

import com.unboundid.ldap.sdk.Filter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Writes approximate and extensible matches as the equality that they mean here. What is not known stays, and matches nothing. */
final class PlainFilter {

    /** Rules that are those of equality of the attributes that have them, by name and number; the last one is Active Directory's for nested groups. */
    private static final Set<String> RULES = Set.of(
            "caseignorematch",
            "2.5.13.2",
            "distinguishednamematch",
            "2.5.13.1",
            "integermatch",
            "2.5.13.14",
            "booleanmatch",
            "2.5.13.13",
            "objectidentifiermatch",
            "2.5.13.0",
            "uuidmatch",
            "1.3.6.1.1.16.2",
            "1.2.840.113556.1.4.1941");

    private PlainFilter() {}

    static Filter of(Filter filter) {
        return switch (filter.getFilterType()) {
            case Filter.FILTER_TYPE_AND -> Filter.createANDFilter(parts(filter));
            case Filter.FILTER_TYPE_OR -> Filter.createORFilter(parts(filter));
            case Filter.FILTER_TYPE_NOT ->
                Optional.ofNullable(filter.getNOTComponent())
                        .map(part -> Filter.createNOTFilter(of(part)))
                        .orElse(filter);
            case Filter.FILTER_TYPE_APPROXIMATE_MATCH -> equality(filter);
            case Filter.FILTER_TYPE_EXTENSIBLE_MATCH -> isEquality(filter) ? equality(filter) : filter;
            default -> filter;
        };
    }

    private static Filter[] parts(Filter filter) {
        return Stream.of(filter.getComponents()).map(PlainFilter::of).toArray(Filter[]::new);
    }

    private static Filter equality(Filter filter) {
        Optional<byte[]> value = Optional.ofNullable(filter.getAssertionValueBytes());
        return Optional.ofNullable(filter.getAttributeName())
                .flatMap(name -> value.map(bytes -> Filter.createEqualityFilter(name, bytes)))
                .orElse(filter);
    }

    private static boolean isEquality(Filter filter) {
        return !filter.getDNAttributes()
                && Optional.ofNullable(filter.getMatchingRuleID())
                        .map(rule -> RULES.contains(rule.toLowerCase(Locale.ROOT)))
                        .orElse(true);
    }
}
