package org.gatewright.testkit.port;

import java.time.Instant;
import java.util.Optional;
import org.gatewright.port.store.SingleUseStore;

/** Keeps single-use values in memory. */
final class InMemorySingleUseStore implements SingleUseStore {

    private final InMemoryDatabase database;

    InMemorySingleUseStore(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public void add(String hash, String purpose, String data, Instant expires) {
        database.transactions.run(() -> {
            if (database.values.has(hash)) {
                throw new IllegalStateException("a value can be added once");
            }
            database.values.put(hash, new Stored(purpose, data, false, expires));
        });
    }

    @Override
    public Optional<Stored> find(String hash) {
        return database.transactions.call(() -> database.values.get(hash));
    }

    @Override
    public boolean use(String hash, String purpose, Instant now) {
        return database.transactions.call(() -> {
            Optional<Stored> found = database.values
                    .get(hash)
                    .filter(stored -> stored.purpose().equals(purpose)
                            && !stored.used()
                            && stored.expires().isAfter(now));
            found.ifPresent(
                    stored -> database.values.put(hash, new Stored(purpose, stored.data(), true, stored.expires())));
            return found.isPresent();
        });
    }

    @Override
    public boolean claim(String name, Instant now) {
        return database.transactions.call(() -> {
            if (database.claims.has(name)) {
                return false;
            }
            database.claims.put(name, now);
            return true;
        });
    }

    @Override
    public int deleteExpired(Instant before) {
        return database.transactions.call(
                () -> database.values.removeIf(stored -> stored.expires().isBefore(before)));
    }
}
