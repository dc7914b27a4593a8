package org.gatewright.store.jpa.directory;

import static org.gatewright.store.jpa.transaction.Listing.Filter.text;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.store.UserStore;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserField;
import org.gatewright.spi.directory.UserType;
import org.gatewright.store.jpa.transaction.Jpa;
import org.gatewright.store.jpa.transaction.Listing;
import org.gatewright.store.jpa.transaction.Listing.Filter;
import org.gatewright.store.jpa.transaction.Statements;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps users in the database. */
@Component
public final class JpaUserStore implements UserStore {

    private static final String WITH_SUPERUSER = "r, (SELECT COUNT(g) FROM MemberRow m, AncestorRow a, GroupRow g"
            + " WHERE m.userId = r.id AND a.groupId = m.groupId AND g.id = a.ancestorId AND g.superuser = TRUE)";
    static final String SELECT = "SELECT " + WITH_SUPERUSER + " FROM UserRow r WHERE ";

    private static final Listing<Object[]> LISTING = new Listing<>(
            Object[].class,
            "UserRow",
            WITH_SUPERUSER,
            "r.usernameLower",
            Map.of(
                    "pk", "r.pk",
                    "username", "r.usernameLower",
                    "name", "r.name",
                    "email", "r.emailLower",
                    "is_active", "r.active",
                    "type", "r.type",
                    "path", "r.path",
                    "last_login", "r.lastLogin",
                    "date_joined", "r.created",
                    "created_at", "r.created"),
            Map.of(
                    "username",
                    text("r.username"),
                    "email",
                    text("r.email"),
                    "path",
                    text("r.path"),
                    "uuid",
                    new Filter("r.id", UUID::fromString),
                    "is_active",
                    new Filter("r.active", JpaGroupStore::bool),
                    "type",
                    new Filter("r.type", JpaUserStore::type)));

    private final Jpa jpa;

    @Activate
    public JpaUserStore(@Reference Jpa jpa) {
        this.jpa = jpa;
    }

    @Override
    public Optional<User> find(UUID id) {
        return jpa.read(statements -> find(statements, id));
    }

    @Override
    public Optional<User> findByPk(long pk) {
        return jpa.read(statements ->
                statements.first(Object[].class, SELECT + "r.pk = ?1", pk).map(JpaUserStore::user));
    }

    @Override
    public List<User> findBy(String identifier, Set<UserField> fields, boolean caseInsensitive) {
        if (fields.isEmpty() || identifier.isEmpty()) {
            return List.of();
        }
        return jpa.read(statements -> fields.stream()
                .sorted()
                .flatMap(
                        field -> findBy(statements, identifier, field.name().toLowerCase(Locale.ROOT), caseInsensitive))
                .distinct()
                .limit(2)
                .toList());
    }

    /** One field a query: no index helps with two of them. */
    private static Stream<User> findBy(
            Statements statements, String identifier, String field, boolean caseInsensitive) {
        String condition = "r." + field + "Lower = ?1" + (caseInsensitive ? "" : " AND r." + field + " = ?2");
        String lower = UserRow.lower(identifier);
        Object[] parameters = caseInsensitive ? new Object[] {lower} : new Object[] {lower, identifier};
        return statements.some(Object[].class, SELECT + condition + " ORDER BY r.pk", 2, parameters).stream()
                .map(JpaUserStore::user);
    }

    @Override
    public Page<User> list(PageRequest page) {
        return jpa.read(statements -> LISTING.page(statements, page)).map(JpaUserStore::user);
    }

    @Override
    public User add(UUID id, UserFields fields, Instant created) {
        return jpa.write(statements -> {
            UserRow row = new UserRow();
            row.id = id;
            row.pk = ((Number) statements.rows("SELECT nextval('user_pk')").get(0)).longValue();
            row.created = created;
            row.fill(fields);
            statements.insert(row);
            fields.groups().forEach(group -> Links.MEMBER.add(statements, id, group));
            return find(statements, id).orElseThrow();
        });
    }

    @Override
    public boolean replace(UUID id, UserFields fields) {
        return jpa.write(statements -> {
            boolean found = statements.modify(UserRow.class, id, row -> row.fill(fields));
            if (found) {
                Links.MEMBER.replace(statements, id, fields.groups());
            }
            return found;
        });
    }

    @Override
    public void signedIn(UUID id, Instant when) {
        jpa.run(statements -> statements.change("UPDATE UserRow r SET r.lastLogin = ?1 WHERE r.id = ?2", when, id));
    }

    @Override
    public boolean delete(UUID id) {
        return jpa.write(statements -> {
            statements.change("DELETE FROM SessionRow r WHERE r.user = ?1", id);
            statements.change("DELETE FROM GrantRow r WHERE r.user = ?1", id);
            statements.change("DELETE FROM ConsentRow r WHERE r.user = ?1", id);
            return statements.change("DELETE FROM UserRow r WHERE r.id = ?1", id) == 1;
        });
    }

    @Override
    public Optional<String> passwordHash(UUID user) {
        return jpa.read(statements -> statements.first(
                String.class,
                "SELECT r.passwordHash FROM UserRow r WHERE r.id = ?1 AND r.passwordHash IS NOT NULL",
                user));
    }

    @Override
    public void setPasswordHash(UUID user, String hash, Instant when) {
        jpa.run(statements -> statements.change(
                "UPDATE UserRow r SET r.passwordHash = ?1, r.passwordChanged = ?2 WHERE r.id = ?3", hash, when, user));
    }

    @Override
    public boolean replacePasswordHash(UUID user, String expected, String hash) {
        return jpa.write(statements -> statements.change(
                        "UPDATE UserRow r SET r.passwordHash = ?1 WHERE r.id = ?2 AND r.passwordHash = ?3",
                        hash,
                        user,
                        expected)
                == 1);
    }

    @Override
    public List<UUID> groupsOf(UUID user) {
        return jpa.read(statements -> Links.MEMBER.of(statements, user));
    }

    @Override
    public boolean hasSuperuser() {
        return jpa.read(statements -> statements.count(
                        "SELECT COUNT(u) FROM UserRow u WHERE u.active = TRUE AND u.id IN (SELECT m.userId"
                                + " FROM MemberRow m, AncestorRow a, GroupRow g WHERE a.groupId = m.groupId"
                                + " AND g.id = a.ancestorId AND g.superuser = TRUE)",
                        List.of())
                > 0);
    }

    private static Optional<User> find(Statements statements, UUID id) {
        return statements.first(Object[].class, SELECT + "r.id = ?1", id).map(JpaUserStore::user);
    }

    static User user(Object[] row) {
        return ((UserRow) row[0]).user(((Number) row[1]).longValue() > 0);
    }

    private static Object type(String wireName) {
        return UserType.valueOf(wireName.toUpperCase(Locale.ROOT)).name();
    }
}
