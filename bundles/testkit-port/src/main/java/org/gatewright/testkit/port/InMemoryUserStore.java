package org.gatewright.testkit.port;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.store.UniqueException;
import org.gatewright.port.store.UserStore;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserField;
import org.gatewright.testkit.port.InMemoryDatabase.Membership;
import org.gatewright.testkit.port.InMemoryDatabase.UserRow;

/** Keeps users in memory. */
final class InMemoryUserStore implements UserStore {

    private static final Listing<User> LISTING = new Listing<User>()
            .field("pk", User::pk)
            .field("uuid", User::id)
            .field("username", User::username)
            .field("name", User::name)
            .field("email", User::email)
            .field("is_active", User::active)
            .field("type", user -> user.type().name().toLowerCase(Locale.ROOT))
            .field("path", User::path)
            .field("date_joined", User::createdAt)
            .field("last_login", user -> user.lastLogin().orElse(Instant.EPOCH))
            .searched(User::username)
            .searched(User::name)
            .searched(User::email);

    private final InMemoryDatabase database;

    InMemoryUserStore(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<User> find(UUID id) {
        return database.transactions.call(() -> database.users.get(id).map(this::user));
    }

    @Override
    public Optional<User> findByPk(long pk) {
        return database.transactions.call(() -> database.users.all().stream()
                .filter(row -> row.pk() == pk)
                .findFirst()
                .map(this::user));
    }

    @Override
    public List<User> findBy(String identifier, Set<UserField> fields, boolean caseInsensitive) {
        return database.transactions.call(() -> database.users.all().stream()
                .filter(row -> fields.stream()
                        .flatMap(field -> value(row.fields(), field).stream())
                        .anyMatch(value ->
                                caseInsensitive ? value.equalsIgnoreCase(identifier) : value.equals(identifier)))
                .limit(2)
                .map(this::user)
                .toList());
    }

    @Override
    public Page<User> list(PageRequest page) {
        return database.transactions.call(() -> LISTING.page(
                database.users.all().stream()
                        .sorted(Comparator.comparingLong(UserRow::pk))
                        .map(this::user)
                        .toList(),
                page));
    }

    @Override
    public User add(UUID id, UserFields fields, Instant created) {
        return database.transactions.call(() -> {
            checkUnique(id, fields);
            database.users.put(
                    id, new UserRow(id, database.next("user"), fields, created, Optional.empty(), Optional.empty()));
            join(id, fields.groups());
            return find(id).orElseThrow();
        });
    }

    @Override
    public boolean replace(UUID id, UserFields fields) {
        return change(id, row -> {
            checkUnique(id, fields);
            join(id, fields.groups());
            return new UserRow(id, row.pk(), fields, row.created(), row.lastLogin(), row.passwordHash());
        });
    }

    @Override
    public void signedIn(UUID id, Instant when) {
        change(
                id,
                row -> new UserRow(id, row.pk(), row.fields(), row.created(), Optional.of(when), row.passwordHash()));
    }

    @Override
    public boolean delete(UUID id) {
        return database.transactions.call(() -> {
            database.memberships.removeIf(membership -> membership.user().equals(id));
            database.consents.removeIf(consent -> consent.user().equals(id));
            database.tokens.removeIf(row -> row.token().user().equals(id));
            database.sessions.removeIf(row -> row.session().user().equals(id));
            database.documents.removeIf(row -> row.document().owner().equals(Optional.of(id)));
            return database.users.remove(id);
        });
    }

    @Override
    public Optional<String> passwordHash(UUID user) {
        return database.transactions.call(() -> database.users.get(user).flatMap(UserRow::passwordHash));
    }

    @Override
    public void setPasswordHash(UUID user, String hash, Instant when) {
        change(
                user,
                row -> new UserRow(user, row.pk(), row.fields(), row.created(), row.lastLogin(), Optional.of(hash)));
    }

    @Override
    public boolean replacePasswordHash(UUID user, String expected, String hash) {
        return database.transactions.call(() -> {
            if (!passwordHash(user).equals(Optional.of(expected))) {
                return false;
            }
            setPasswordHash(user, hash, Instant.EPOCH);
            return true;
        });
    }

    @Override
    public List<UUID> groupsOf(UUID user) {
        return database.transactions.call(() -> database.memberships.all().stream()
                .filter(membership -> membership.user().equals(user))
                .map(Membership::group)
                .toList());
    }

    @Override
    public boolean hasSuperuser() {
        return database.transactions.call(() ->
                database.users.all().stream().map(this::user).anyMatch(user -> user.active() && user.superuser()));
    }

    private boolean change(UUID id, UnaryOperator<UserRow> change) {
        return database.transactions.call(() -> {
            Optional<UserRow> row = database.users.get(id);
            row.map(change).ifPresent(changed -> database.users.put(id, changed));
            return row.isPresent();
        });
    }

    private void join(UUID user, List<UUID> groups) {
        database.memberships.removeIf(
                membership -> membership.user().equals(user) && !groups.contains(membership.group()));
        groups.forEach(group -> database.groups().addMember(group, user));
    }

    private void checkUnique(UUID id, UserFields fields) {
        for (UserRow row : database.users.all()) {
            if (row.id().equals(id)) {
                continue;
            }
            if (row.fields().username().equalsIgnoreCase(fields.username())) {
                throw new UniqueException("username", new IllegalStateException("taken"));
            }
            if (!fields.email().isEmpty() && row.fields().email().equalsIgnoreCase(fields.email())) {
                throw new UniqueException("email", new IllegalStateException("taken"));
            }
        }
    }

    private static Optional<String> value(UserFields fields, UserField field) {
        return switch (field) {
            case USERNAME -> Optional.of(fields.username());
            case EMAIL -> Optional.of(fields.email()).filter(email -> !email.isEmpty());
            case UPN -> fields.attributes().text("upn");
        };
    }

    private User user(UserRow row) {
        UserFields fields = row.fields();
        boolean superuser = database.groups().allOf(row.id()).stream()
                .anyMatch(group -> group.fields().superuser());
        return new User(
                row.id(),
                row.pk(),
                fields.username(),
                fields.name(),
                fields.email(),
                fields.active(),
                superuser,
                fields.type(),
                fields.path(),
                fields.attributes(),
                row.lastLogin(),
                row.created());
    }
}
