package org.gatewright.kernel.flow;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.directory.Users;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.store.UserStore;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserField;

/** Users without rules but that a name is taken once. */
final class FakeUsers implements Users, Directory {

    private final UserStore store;
    private final Clock clock;

    /** Who created users and set passwords. */
    final List<Actor> actors = new ArrayList<>();

    FakeUsers(UserStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<User> user(UUID id) {
        return store.find(id);
    }

    @Override
    public Optional<User> find(String identifier, Set<UserField> fields, boolean caseInsensitive) {
        return store.findBy(identifier, fields, caseInsensitive).stream().findFirst();
    }

    @Override
    public List<String> groupNames(UUID user) {
        return List.of();
    }

    @Override
    public Optional<User> byPk(long pk) {
        return store.findByPk(pk);
    }

    @Override
    public Page<User> list(PageRequest page) {
        return store.list(page);
    }

    @Override
    public List<UUID> groupsOf(UUID user) {
        return store.groupsOf(user);
    }

    @Override
    public User create(Actor actor, UserFields fields, Optional<SecretText> password) {
        if (!store.findBy(fields.username(), EnumSet.of(UserField.USERNAME), true)
                .isEmpty()) {
            throw new InvalidFieldsException("username", "This user name is taken.");
        }
        actors.add(actor);
        User user = store.add(UUID.randomUUID(), fields, clock.instant());
        password.ifPresent(secret -> setPassword(actor, user.id(), secret));
        return user;
    }

    @Override
    public User update(Actor actor, UUID user, UserFields fields) {
        store.replace(user, fields);
        return store.find(user).orElseThrow();
    }

    @Override
    public void setPassword(Actor actor, UUID user, SecretText password) {
        actors.add(actor);
        store.setPasswordHash(user, "hash of " + password.reveal(), clock.instant());
    }

    @Override
    public void delete(Actor actor, UUID user) {
        store.delete(user);
    }

    @Override
    public boolean hasSuperuser() {
        return store.hasSuperuser();
    }
}
