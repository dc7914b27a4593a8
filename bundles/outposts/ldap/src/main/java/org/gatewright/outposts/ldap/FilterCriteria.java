package org.gatewright.outposts.ldap;

import com.unboundid.ldap.sdk.Filter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gatewright.spi.directory.Criterion;
import org.gatewright.spi.directory.GroupProperty;
import org.gatewright.spi.directory.UserProperty;

/**
 * Turns filters into what the directory can search by. The result may find more than the filter, never less: each entry that is found is held against the filter itself.
 * So where the directory cannot tell, everything may match; within a negation, nothing is sure to.
 *
 * @param <P> the properties
 */
final class FilterCriteria<P extends Enum<P>> {

    /** Users. */
    static final FilterCriteria<UserProperty> USERS = new FilterCriteria<>(FilterCriteria::userLeaf);

    /** Groups. */
    static final FilterCriteria<GroupProperty> GROUPS = new FilterCriteria<>(FilterCriteria::groupLeaf);

    /** The groups of one user each. */
    static final FilterCriteria<UserProperty> VIRTUAL_GROUPS = new FilterCriteria<>(FilterCriteria::virtualLeaf);

    private final BiFunction<Filter, Tree, Optional<Criterion<P>>> leaf;

    private FilterCriteria(BiFunction<Filter, Tree, Optional<Criterion<P>>> leaf) {
        this.leaf = leaf;
    }

    Criterion<P> of(Filter filter, Tree tree) {
        return of(filter, tree, true);
    }

    private Criterion<P> of(Filter filter, Tree tree, boolean wide) {
        return switch (filter.getFilterType()) {
            case Filter.FILTER_TYPE_AND -> new Criterion.All<>(parts(filter, tree, wide));
            case Filter.FILTER_TYPE_OR -> new Criterion.Any<>(parts(filter, tree, wide));
            case Filter.FILTER_TYPE_NOT ->
                Optional.ofNullable(filter.getNOTComponent())
                        .<Criterion<P>>map(part -> new Criterion.Not<>(of(part, tree, !wide)))
                        .orElseGet(() -> unknown(wide));
            default -> leaf.apply(filter, tree).orElseGet(() -> unknown(wide));
        };
    }

    private static <P extends Enum<P>> Criterion<P> unknown(boolean wide) {
        return wide ? Criterion.always() : Criterion.never();
    }

    private List<Criterion<P>> parts(Filter filter, Tree tree, boolean wide) {
        return Stream.of(filter.getComponents())
                .map(part -> of(part, tree, wide))
                .toList();
    }

    private static Optional<Criterion<UserProperty>> userLeaf(Filter filter, Tree tree) {
        return switch (attribute(filter)) {
            case "cn", "uid", "samaccountname" -> text(filter, UserProperty.USERNAME);
            case "mail" -> text(filter, UserProperty.EMAIL);
            case "entryuuid" -> equal(filter, UserProperty.ID, Optional::of);
            case "gatewright-active" -> equal(filter, UserProperty.ACTIVE, Optional::of);
            case "memberof" -> equal(filter, UserProperty.GROUP, value -> name(tree, value, Tree.Kind.GROUP));
            default -> Optional.empty();
        };
    }

    private static Optional<Criterion<GroupProperty>> groupLeaf(Filter filter, Tree tree) {
        return switch (attribute(filter)) {
            case "cn", "samaccountname" -> text(filter, GroupProperty.NAME);
            case "entryuuid" -> equal(filter, GroupProperty.ID, Optional::of);
            case "memberuid" -> equal(filter, GroupProperty.MEMBER, Optional::of);
            case "member", "uniquemember" ->
                equal(filter, GroupProperty.MEMBER, value -> name(tree, value, Tree.Kind.USER));
            default -> Optional.empty();
        };
    }

    private static Optional<Criterion<UserProperty>> virtualLeaf(Filter filter, Tree tree) {
        return switch (attribute(filter)) {
            case "cn", "samaccountname" -> text(filter, UserProperty.USERNAME);
            case "memberuid" -> equal(filter, UserProperty.USERNAME, Optional::of);
            case "member", "uniquemember" ->
                equal(filter, UserProperty.USERNAME, value -> name(tree, value, Tree.Kind.USER));
            default -> Optional.empty();
        };
    }

    private static String attribute(Filter filter) {
        String name = filter.getAttributeName();
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }

    private static Optional<String> name(Tree tree, String dn, Tree.Kind kind) {
        return Tree.dn(dn)
                .flatMap(tree::place)
                .filter(place -> place.kind() == kind)
                .map(Tree.Place::name);
    }

    private static <P extends Enum<P>> Optional<Criterion<P>> text(Filter filter, P property) {
        return filter.getFilterType() == Filter.FILTER_TYPE_SUBSTRING
                ? beginning(filter).map(initial -> new Criterion.StartsWith<>(property, initial))
                : equal(filter, property, Optional::of);
    }

    /** Returns what values begin with, if the filter wants nothing else. */
    private static Optional<String> beginning(Filter filter) {
        return Optional.ofNullable(filter.getSubInitialString())
                .filter(initial -> filter.getSubAnyStrings().length == 0 && filter.getSubFinalString() == null)
                .filter(FilterCriteria::isPlain);
    }

    /** The matching rules of LDAP squeeze blanks; the directory does not. Where there are several it cannot tell. */
    private static boolean isPlain(String value) {
        return value.equals(value.strip())
                && !value.contains("  ")
                && value.chars().allMatch(letter -> letter >= ' ' && letter < 127);
    }

    private static <P extends Enum<P>> Optional<Criterion<P>> equal(
            Filter filter, P property, Function<String, Optional<String>> read) {
        return Optional.of(filter)
                .filter(one -> one.getFilterType() == Filter.FILTER_TYPE_EQUALITY)
                .map(Filter::getAssertionValue)
                .flatMap(read)
                .filter(FilterCriteria::isPlain)
                .map(value -> new Criterion.Is<>(property, value));
    }
}
