package org.gatewright.console.users;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.Group;
import org.gatewright.port.directory.GroupFields;
import org.gatewright.port.directory.Groups;
import org.gatewright.port.directory.Role;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.directory.Users;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.store.Transactions;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserField;
import org.gatewright.testkit.port.InMemoryDatabase;

/** Users and groups straight over the stores in memory, with passwords in clear so that tests can look at them. */
final class FakeDirectory {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final InMemoryDatabase database = new InMemoryDatabase();
    private boolean refusing;

    Users users() {
        return new FakeUsers();
    }

    Groups groups() {
        return new FakeGroups();
    }

    Transactions transactions() {
        return database.transactions();
    }

    Optional<String> password(UUID user) {
        return database.users().passwordHash(user);
    }

    void refusePasswords() {
        refusing = true;
    }

    Directory directory() {
        return new Directory() {
            @Override
            public Optional<User> user(UUID id) {
                return database.users().find(id);
            }

            @Override
            public Optional<User> find(String identifier, Set<UserField> fields, boolean caseInsensitive) {
                List<User> found = database.users().findBy(identifier, fields, caseInsensitive);
                return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
            }

            @Override
            public List<String> groupNames(UUID user) {
                return database.groups().allOf(user).stream()
                        .map(group -> group.fields().name())
                        .toList();
            }
        };
    }

    private final class FakeUsers implements Users {

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

    private final class FakeGroups implements Groups {

        @Override
        public Optional<Group> group(UUID id) {
            return database.groups().find(id);
        }

        @Override
        public Optional<Group> byName(String name) {
            return database.groups().findByName(name);
        }

        @Override
        public Page<Group> list(PageRequest page) {
            return database.groups().list(page);
        }

        @Override
        public Group create(Actor actor, GroupFields fields) {
            return database.groups().add(UUID.randomUUID(), fields);
        }

        @Override
        public Group update(Actor actor, UUID group, GroupFields fields) {
            database.groups().replace(group, fields);
            return database.groups().find(group).orElseThrow();
        }

        @Override
        public void addMember(Actor actor, UUID group, UUID user) {
            database.groups().addMember(group, user);
        }

        @Override
        public void removeMember(Actor actor, UUID group, UUID user) {
            database.groups().removeMember(group, user);
        }

        @Override
        public void delete(Actor actor, UUID group) {
            database.groups().delete(group);
        }

        @Override
        public Page<Role> roles(PageRequest page) {
            return database.groups().roles(page);
        }

        @Override
        public Optional<Role> role(UUID id) {
            return database.groups().role(id);
        }

        @Override
        public Role saveRole(Actor actor, Role role) {
            database.groups().saveRole(role);
            return role;
        }

        @Override
        public void deleteRole(Actor actor, UUID role) {
            database.groups().deleteRole(role);
        }
    }
}
