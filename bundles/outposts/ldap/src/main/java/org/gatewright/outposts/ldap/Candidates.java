package org.gatewright.outposts.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatewright.outposts.ldap.Cursor.Part;
import org.gatewright.outposts.ldap.Tree.Kind;
import org.gatewright.spi.directory.Criterion;
import org.gatewright.spi.directory.DirectoryView;
import org.gatewright.spi.directory.Group;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserProperty;

/** The entries that a search looks at, part by part: those in its scope that the directory finds for its filter, and perhaps more. */
final class Candidates {

    private static final int BATCH = 200;

    /**
     * An entry with where to go on after it.
     *
     * @param cursor after this entry
     */
    record Candidate(Entry entry, Cursor cursor) {}

    private final Tree.Place place;
    private final SearchScope scope;
    private final Filter filter;
    private final DirectoryView view;
    private final Entries entries;

    Candidates(Tree.Place place, SearchScope scope, Filter filter, DirectoryView view) {
        this.place = place;
        this.scope = scope;
        this.filter = filter;
        this.view = view;
        this.entries = new Entries(place.tree(), view);
    }

    /** Returns some candidates of the part of the cursor, after it; none if there are no more in this part. */
    List<Candidate> after(Cursor cursor) {
        return switch (cursor.part()) {
            case UNITS -> units(cursor);
            case USERS -> isBelow(Kind.USERS) ? users(cursor) : List.of();
            case GROUPS -> isBelow(Kind.GROUPS) ? groups(cursor) : List.of();
            case VIRTUAL_GROUPS -> isBelow(Kind.VIRTUAL_GROUPS) ? virtualGroups(cursor) : List.of();
        };
    }

    /** What is found by its name alone, and what is above users and groups. */
    private List<Candidate> units(Cursor cursor) {
        boolean itself = scope == SearchScope.BASE || scope == SearchScope.SUB;
        Stream<Entry> own = itself ? entries.at(place).stream() : Stream.of();
        Stream<Kind> below = place.kind() == Kind.BASE && scope != SearchScope.BASE
                ? Stream.of(Kind.USERS, Kind.GROUPS, Kind.VIRTUAL_GROUPS)
                : Stream.of();
        List<Entry> all = Stream.concat(own, below.map(entries::unit)).toList();
        return IntStream.range(0, all.size())
                .mapToObj(index -> new Candidate(all.get(index), new Cursor(Part.UNITS, Integer.toString(index + 1))))
                .skip(cursor.number())
                .toList();
    }

    private boolean isBelow(Kind unit) {
        return place.kind() == unit ? scope != SearchScope.BASE : place.kind() == Kind.BASE && isDeep();
    }

    private boolean isDeep() {
        return scope == SearchScope.SUB || scope == SearchScope.SUBORDINATE_SUBTREE;
    }

    private List<Candidate> users(Cursor cursor) {
        List<User> found = view.users(FilterCriteria.USERS.of(filter, place.tree()), cursor.number(), BATCH);
        return numbered(Part.USERS, found, entries.of(found));
    }

    private List<Candidate> virtualGroups(Cursor cursor) {
        Criterion<UserProperty> criterion = FilterCriteria.VIRTUAL_GROUPS.of(filter, place.tree());
        List<User> found = view.users(criterion, cursor.number(), BATCH);
        return numbered(
                Part.VIRTUAL_GROUPS, found, found.stream().map(entries::virtual).toList());
    }

    private List<Candidate> groups(Cursor cursor) {
        List<Group> found = view.groups(FilterCriteria.GROUPS.of(filter, place.tree()), cursor.after(), BATCH);
        return listed(found, entries::of);
    }

    private static List<Candidate> listed(List<Group> found, Function<Group, Entry> entry) {
        return found.stream()
                .map(group -> new Candidate(entry.apply(group), new Cursor(Part.GROUPS, group.name())))
                .toList();
    }

    private static List<Candidate> numbered(Part part, List<User> found, List<Entry> written) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Cursor cursor = new Cursor(part, Long.toString(found.get(i).pk()));
            candidates.add(new Candidate(written.get(i), cursor));
        }
        return candidates;
    }
}
