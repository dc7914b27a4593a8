package org.gatewright.rest;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.ApiToken;
import org.gatewright.port.directory.ApiTokens;
import org.gatewright.port.directory.Groups;
import org.gatewright.port.directory.Users;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.spi.directory.User;
import org.gatewright.testkit.port.FakeGroups;
import org.gatewright.testkit.port.FakeUsers;
import org.gatewright.testkit.port.InMemoryDatabase;

/** Users, groups and tokens straight over the stores in memory, without the kernel's rules. */
final class FakeDirectory {

    private final InMemoryDatabase database = new InMemoryDatabase();

    Users users() {
        return new FakeUsers(database);
    }

    Groups groups() {
        return new FakeGroups(database);
    }

    ApiTokens tokens() {
        return new FakeTokens();
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
