package org.gatewright.testkit.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.gatewright.port.store.GrantStore;
import org.gatewright.spi.session.Grant;

/** Keeps grants and revoked tokens in memory. */
final class InMemoryGrantStore implements GrantStore {

    private final InMemoryDatabase database;

    InMemoryGrantStore(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public void add(Grant grant) {
        database.transactions.run(() -> database.grants.put(grant.id(), grant));
    }

    @Override
    public Optional<Grant> findAlive(UUID id, Instant now) {
        return database.transactions.call(() -> database.grants
                .get(id)
                .filter(grant -> !database.revokedGrants.has(id))
                .filter(grant -> grant.expires().isAfter(now))
                .filter(grant -> grant.user().map(database::isActive).orElse(true))
                .filter(grant -> grant.outlivesSession()
                        || grant.session()
                                .map(session -> database.sessions().isAlive(session, now))
                                .orElse(true)));
    }

    @Override
    public boolean revoke(UUID id) {
        return database.transactions.call(() -> {
            boolean alive = database.grants.has(id) && !database.revokedGrants.has(id);
            database.revokedGrants.put(id, id);
            return alive;
        });
    }

    @Override
    public void revokeOfSession(UUID session) {
        revokeAll(grant -> !grant.outlivesSession() && grant.session().equals(Optional.of(session)));
    }

    @Override
    public void revokeOfUser(UUID user) {
        revokeAll(grant -> grant.user().equals(Optional.of(user)));
    }

    @Override
    public void addRevokedToken(String tokenId, Instant until) {
        database.transactions.run(() -> {
            if (!database.revokedTokens.has(tokenId)) {
                database.revokedTokens.put(tokenId, until);
            }
        });
    }

    @Override
    public boolean isTokenRevoked(String tokenId) {
        return database.transactions.call(() -> database.revokedTokens.has(tokenId));
    }

    @Override
    public int deleteExpired(Instant now) {
        return database.transactions.call(
                () -> database.grants.removeIf(grant -> !grant.expires().isAfter(now))
                        + database.revokedTokens.removeIf(until -> !until.isAfter(now)));
    }

    private void revokeAll(Predicate<Grant> condition) {
        database.transactions.run(() -> {
            List<Grant> found = database.grants.all().stream().filter(condition).toList();
            found.forEach(grant -> revoke(grant.id()));
        });
    }
}
