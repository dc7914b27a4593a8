package org.gatewright.testkit.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.store.KeyStore;

/** Keeps signing keys in memory. */
final class InMemoryKeyStore implements KeyStore {

    private static final String DEFAULT = "default";

    private final InMemoryDatabase database;

    InMemoryKeyStore(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public List<Stored> list() {
        return database.transactions.call(database.keys::all);
    }

    @Override
    public boolean add(Stored key) {
        return database.transactions.call(() -> {
            if (key.role().equals(DEFAULT) && hasDefault(key.algorithm())) {
                return false;
            }
            database.keys.put(key.id(), key);
            return true;
        });
    }

    @Override
    public boolean change(UUID id, String expectedRole, String role, Optional<Instant> expires) {
        return database.transactions.call(() -> {
            Optional<Stored> found =
                    database.keys.get(id).filter(key -> key.role().equals(expectedRole));
            found.ifPresent(key -> database.keys.put(id, withRole(key, role, expires)));
            return found.isPresent();
        });
    }

    @Override
    public int deleteExpired(Instant now) {
        return database.transactions.call(() -> database.keys.removeIf(
                key -> key.expires().filter(end -> !end.isAfter(now)).isPresent()));
    }

    private boolean hasDefault(String algorithm) {
        return database.keys.all().stream()
                .anyMatch(key -> key.role().equals(DEFAULT) && key.algorithm().equals(algorithm));
    }

    private static Stored withRole(Stored key, String role, Optional<Instant> expires) {
        return new Stored(
                key.id(),
                key.name(),
                key.algorithm(),
                role,
                key.created(),
                expires,
                key.publicJwk(),
                key.sealedPrivateJwk());
    }
}
