package org.gatewright.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.ApiToken;
import org.gatewright.port.directory.ApiTokens;
import org.gatewright.port.directory.Group;
import org.gatewright.port.directory.GroupFields;
import org.gatewright.port.directory.Groups;
import org.gatewright.port.directory.Role;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.directory.Users;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.User;
import org.gatewright.testkit.port.InMemoryDatabase;

/** Users, groups and tokens straight over the stores in memory, without the kernel's rules. */
final class FakeDirectory {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final InMemoryDatabase database = new InMemoryDatabase();

    Users users() {
        return new FakeUsers();
    }

    Groups groups() {
        return new FakeGroups();
    }

    ApiTokens tokens() {
        return new FakeTokens();
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
            return database.users().add(UUID.randomUUID(), fields, NOW);
        }

        @Override
        public User update(Actor actor, UUID user, UserFields fields) {
            database.users().replace(user, fields);
            return database.users().find(user).orElseThrow();
        }

        @Override
        public void setPassword(Actor actor, UUID user, SecretText password) {
            database.users().setPasswordHash(user, "hash of it", NOW);
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

    private final class FakeTokens implements ApiTokens {

        @Override
        public Issued issue(
                Actor actor,
                UUID user,
                String identifier,
                String intent,
                String description,
                Optional<Instant> expires,
                Optional<String> key) {
            ApiToken token = new ApiToken(UUID.randomUUID(), identifier, intent, user, description, expires);
            database.tokens().add(token, "hash of it");
            return new Issued(token, "the-key-itself");
        }

        @Override
        public Optional<User> authenticate(String key) {
            return Optional.empty();
        }

        @Override
        public Optional<ApiToken> byIdentifier(String identifier) {
            return database.tokens().findByIdentifier(identifier);
        }

        @Override
        public Page<ApiToken> list(PageRequest page) {
            return database.tokens().list(page);
        }

        @Override
        public void delete(Actor actor, UUID token) {
            database.tokens().delete(token);
        }
    }
}
