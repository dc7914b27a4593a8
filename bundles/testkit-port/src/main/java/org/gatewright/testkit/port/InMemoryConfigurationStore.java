package org.gatewright.testkit.port;

import java.util.UUID;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.store.ConfigurationStore;
import org.gatewright.port.store.UniqueException;

/** Keeps configuration objects in memory. */
final class InMemoryConfigurationStore implements ConfigurationStore {

    private static final String REVISION = "revision";

    private final InMemoryDatabase database;

    InMemoryConfigurationStore(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Content load() {
        return database.transactions.call(() -> new Content(revision(), database.objects.all()));
    }

    @Override
    public long revision() {
        return database.transactions.call(() -> database.numbers.get(REVISION).orElse(0L));
    }

    @Override
    public boolean advance(long expectedRevision) {
        return database.transactions.call(() -> {
            if (revision() != expectedRevision) {
                return false;
            }
            database.numbers.put(REVISION, expectedRevision + 1);
            return true;
        });
    }

    @Override
    public long nextPk(Model model) {
        return database.transactions.call(() -> database.next(model.wireName()));
    }

    @Override
    public void add(ConfigurationObject object) {
        put(object);
    }

    @Override
    public void replace(ConfigurationObject object) {
        put(object);
    }

    @Override
    public void delete(UUID id) {
        database.transactions.run(() -> database.objects.remove(id));
    }

    private void put(ConfigurationObject object) {
        database.transactions.run(() -> {
            boolean taken = database.objects.all().stream()
                    .anyMatch(other -> !other.id().equals(object.id())
                            && !object.name().isEmpty()
                            && other.model() == object.model()
                            && other.name().equals(object.name()));
            if (taken) {
                throw new UniqueException("name", new IllegalStateException("taken"));
            }
            database.objects.put(object.id(), object);
        });
    }
}
