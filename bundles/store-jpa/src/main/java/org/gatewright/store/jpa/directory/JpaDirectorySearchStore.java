package org.gatewright.store.jpa.directory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.json.JsonText;
import org.gatewright.port.store.DirectorySearchStore;
import org.gatewright.spi.directory.Criterion;
import org.gatewright.spi.directory.Group;
import org.gatewright.spi.directory.GroupProperty;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserProperty;
import org.gatewright.store.jpa.directory.Conditions.Lookup;
import org.gatewright.store.jpa.transaction.Jpa;
import org.gatewright.store.jpa.transaction.Statements;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Searches users and groups in the database. */
@Component
public final class JpaDirectorySearchStore implements DirectorySearchStore {

    private static final Map<UserProperty, Lookup> USERS = Map.of(
            UserProperty.ID,
            new Lookup("r.id %s", JpaDirectorySearchStore::id, false),
            UserProperty.PK,
            new Lookup("r.pk %s", JpaDirectorySearchStore::number, false),
            UserProperty.USERNAME,
            Lookup.text("r.usernameLower %s"),
            UserProperty.EMAIL,
            Lookup.text("r.emailLower IS NOT NULL AND r.emailLower %s"),
            UserProperty.ACTIVE,
            new Lookup("r.active %s", JpaDirectorySearchStore::bool, false),
            UserProperty.GROUP,
            Lookup.text("r.id IN (SELECT m.userId FROM MemberRow m, AncestorRow a, GroupRow g"
                    + " WHERE a.groupId = m.groupId AND g.id = a.ancestorId AND g.searchText %s)"));
    private static final Map<GroupProperty, Lookup> GROUPS = Map.of(
            GroupProperty.ID, new Lookup("r.id %s", JpaDirectorySearchStore::id, false),
            GroupProperty.NAME, Lookup.text("r.searchText %s"),
            GroupProperty.MEMBER,
                    Lookup.text("r.id IN (SELECT m.groupId FROM MemberRow m, UserRow u"
                            + " WHERE u.id = m.userId AND u.usernameLower %s)"));

    private static final String GROUPS_OF =
            "SELECT DISTINCT m.user_id, g.id, g.name, g.name_lower, g.superuser, g.attributes"
                    + " FROM group_member m JOIN group_ancestor a ON a.group_id = m.group_id"
                    + " JOIN user_group g ON g.id = a.ancestor_id WHERE m.user_id IN (%s) ORDER BY g.name_lower";
    private static final String MEMBERS =
            "SELECT u.username FROM group_member m JOIN user_account u ON u.id = m.user_id"
                    + " WHERE m.group_id = ? ORDER BY u.username_lower";

    /** A query; there are few texts of a single condition, and those are kept prepared. */
    private record Query(String jpql, List<Object> parameters, int most, boolean single) {
        <T> List<T> run(Statements statements, Class<T> type) {
            return single
                    ? statements.some(type, jpql, most, parameters.toArray())
                    : statements.once(type, jpql, most, parameters);
        }
    }

    private final Jpa jpa;

    @Activate
    public JpaDirectorySearchStore(@Reference Jpa jpa) {
        this.jpa = jpa;
    }

    @Override
    public List<User> users(Criterion<UserProperty> criterion, long after, int most) {
        Conditions<UserProperty> conditions = new Conditions<>(USERS);
        String jpql = JpaUserStore.SELECT + conditions.write(criterion) + " AND r.pk > " + conditions.parameter(after)
                + " ORDER BY r.pk";
        Query query = new Query(jpql, conditions.parameters(), most, criterion instanceof Criterion.Is);
        return jpa.read(statements -> query.run(statements, Object[].class)).stream()
                .map(JpaUserStore::user)
                .toList();
    }

    @Override
    public List<Group> groups(Criterion<GroupProperty> criterion, String after, int most) {
        Conditions<GroupProperty> conditions = new Conditions<>(GROUPS);
        String jpql = "SELECT r FROM GroupRow r WHERE " + conditions.write(criterion) + " AND r.searchText > "
                + conditions.parameter(UserRow.lower(after)) + " ORDER BY r.searchText";
        Query query = new Query(jpql, conditions.parameters(), most, criterion instanceof Criterion.Is);
        return jpa.read(statements -> query.run(statements, GroupRow.class)).stream()
                .map(row -> new Group(row.id, row.name, row.superuser, JsonText.read(row.attributes)))
                .toList();
    }

    @Override
    public Map<UUID, List<Group>> groupsOf(List<UUID> users) {
        if (users.isEmpty()) {
            return Map.of();
        }
        String sql = GROUPS_OF.formatted(String.join(", ", Collections.nCopies(users.size(), "?")));
        Map<UUID, List<Group>> groups = new LinkedHashMap<>();
        for (Object row : jpa.read(statements -> statements.rows(sql, users.toArray()))) {
            Object[] columns = (Object[]) row;
            groups.computeIfAbsent((UUID) columns[0], user -> new ArrayList<>()).add(group(columns));
        }
        return groups;
    }

    @Override
    public List<String> members(UUID group) {
        return jpa.read(statements -> statements.rows(MEMBERS, group)).stream()
                .map(String.class::cast)
                .toList();
    }

    private static Group group(Object[] columns) {
        return new Group(
                (UUID) columns[1], (String) columns[2], (Boolean) columns[4], JsonText.read((String) columns[5]));
    }

    private static Optional<Object> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // nobody has it
        }
    }

    private static Optional<Object> number(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty(); // nobody has it
        }
    }

    private static Optional<Object> bool(String text) {
        return switch (UserRow.lower(text)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
