package org.gatewright.testkit.port;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.store.FlowState;
import org.gatewright.port.store.FlowStateStore;

/** Keeps running flows in memory. */
final class InMemoryFlowStateStore implements FlowStateStore {

    private final InMemoryDatabase database;

    InMemoryFlowStateStore(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<FlowState> find(UUID id) {
        return database.transactions.call(() -> database.flowStates.get(id));
    }

    @Override
    public boolean add(FlowState state) {
        return database.transactions.call(() -> {
            if (database.flowStates.has(state.id())) {
                return false;
            }
            database.flowStates.put(state.id(), state);
            return true;
        });
    }

    @Override
    public boolean replace(FlowState state) {
        return database.transactions.call(() -> {
            boolean expected = database.flowStates
                    .get(state.id())
                    .filter(stored -> stored.version() == state.version() - 1)
                    .isPresent();
            if (expected) {
                database.flowStates.put(state.id(), state);
            }
            return expected;
        });
    }

    @Override
    public int deleteExpired(Instant now) {
        return database.transactions.call(
                () -> database.flowStates.removeIf(state -> !state.expires().isAfter(now)));
    }
}
