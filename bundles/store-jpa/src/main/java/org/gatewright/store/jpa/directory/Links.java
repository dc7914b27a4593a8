package org.gatewright.store.jpa.directory;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.gatewright.store.jpa.transaction.Statements;

/** Tables of two ids: who is a member of what, what is nested in what, who has which role. */
enum Links {
    /** Users and groups. */
    MEMBER("group_member", "user_id", "group_id"),
    /** Groups and what they are nested in. */
    PARENT("group_parent", "group_id", "parent_id"),
    /** Groups and their roles. */
    ROLE("group_role", "group_id", "role_id"),
    /** Groups and themselves with all they are nested in. */
    ANCESTOR("group_ancestor", "group_id", "ancestor_id");

    private final String table;
    private final String left;
    private final String right;

    Links(String table, String left, String right) {
        this.table = table;
        this.left = left;
        this.right = right;
    }

    /** Adds the pair; nothing changes if it is there. */
    void add(Statements statements, UUID from, UUID to) {
        statements.sql(
                "INSERT INTO " + table + " (" + left + ", " + right + ") VALUES (?, ?) ON CONFLICT DO NOTHING",
                from,
                to);
    }

    /** Removes the pair. */
    void remove(Statements statements, UUID from, UUID to) {
        statements.sql("DELETE FROM " + table + " WHERE " + left + " = ? AND " + right + " = ?", from, to);
    }

    /** Returns the right ids of a left one. */
    List<UUID> of(Statements statements, UUID from) {
        return ids(statements.rows("SELECT " + right + " FROM " + table + " WHERE " + left + " = ? ORDER BY 1", from));
    }

    /** Returns the left ids of a right one. */
    List<UUID> to(Statements statements, UUID to) {
        return ids(statements.rows("SELECT " + left + " FROM " + table + " WHERE " + right + " = ? ORDER BY 1", to));
    }

    /** Returns all pairs. */
    List<List<UUID>> all(Statements statements) {
        return statements.rows("SELECT " + left + ", " + right + " FROM " + table).stream()
                .map(row -> ids(List.of((Object[]) row)))
                .toList();
    }

    /** Makes these the right ids of the left one; false if they were. */
    boolean replace(Statements statements, UUID from, Collection<UUID> wanted) {
        Set<UUID> superfluous = new LinkedHashSet<>(of(statements, from));
        Set<UUID> missing = new LinkedHashSet<>(wanted);
        missing.removeAll(superfluous);
        superfluous.removeAll(Set.copyOf(wanted));
        superfluous.forEach(to -> remove(statements, from, to));
        missing.forEach(to -> add(statements, from, to));
        return !superfluous.isEmpty() || !missing.isEmpty();
    }

    private static List<UUID> ids(List<?> values) {
        return values.stream().map(UUID.class::cast).toList();
    }
}
