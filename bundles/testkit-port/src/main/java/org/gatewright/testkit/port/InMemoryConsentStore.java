package org.gatewright.testkit.port;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.port.store.ConsentStore;
import org.gatewright.testkit.port.InMemoryDatabase.ConsentKey;
import org.gatewright.testkit.port.InMemoryDatabase.ConsentRow;

/** Keeps consents in memory. */
final class InMemoryConsentStore implements ConsentStore {

    private final InMemoryDatabase database;

    InMemoryConsentStore(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<Set<String>> find(UUID user, String application, Instant now) {
        return database.transactions.call(() -> database.consents
                .get(new ConsentKey(user, application))
                .filter(row -> row.expires().map(now::isBefore).orElse(true))
                .map(ConsentRow::scopes));
    }

    @Override
    public void save(UUID user, String application, Set<String> scopes, Optional<Instant> expires) {
        database.transactions.run(() -> database.consents.put(
                new ConsentKey(user, application), new ConsentRow(user, Set.copyOf(scopes), expires)));
    }
}
