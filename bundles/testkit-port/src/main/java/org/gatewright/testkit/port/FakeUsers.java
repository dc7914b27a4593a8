package org.gatewright.testkit.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.directory.Users;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.User;

/** Users straight over the store in memory, without the kernel's rules, with passwords in clear so that tests can look at them. */
public final class FakeUsers implements Users {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final InMemoryDatabase database;
    private volatile boolean refusing;

    /** Users of this database. */
    public FakeUsers(InMemoryDatabase database) {
        this.database = database;
    }

    /** Refuses every password from now on. */
    public void refusePasswords() {
        refusing = true;
    }

    @Override
    public Optional<User> byPk(long pk) {
        return database.users().findByPk(pk);
    }

    @Override
    public Page<User> list(PageRequest page) {
        return database.users().list(page);
    }

    @Override
    public List<UUID> groupsOf(UUID user) {
        return database.users().groupsOf(user);
    }

    @Override
    public User create(Actor actor, UserFields fields, Optional<SecretText> password) {
        User user = database.users().add(UUID.randomUUID(), fields, NOW);
        password.ifPresent(text -> setPassword(actor, user.id(), text));
        return user;
    }

    @Override
    public User update(Actor actor, UUID user, UserFields fields) {
        database.users().replace(user, fields);
        return database.users().find(user).orElseThrow();
    }

    @Override
    public void setPassword(Actor actor, UUID user, SecretText password) {
        if (refusing) {
            throw new InvalidFieldsException("password", "It is too short.");
        }
        database.users().setPasswordHash(user, password.reveal(), NOW);
    }

    @Override
    public void delete(Actor actor, UUID user) {
        database.users().delete(user);
    }

    @Override
    public boolean hasSuperuser() {
        return database.users().hasSuperuser();
    }
}
