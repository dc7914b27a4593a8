package org.gatewright.store.jpa.flow;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.store.FlowState;
import org.gatewright.port.store.FlowStateStore;
import org.gatewright.store.jpa.transaction.Jpa;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps running flows in the database. */
@Component
public final class JpaFlowStateStore implements FlowStateStore {

    private final Jpa jpa;

    @Activate
    public JpaFlowStateStore(@Reference Jpa jpa) {
        this.jpa = jpa;
    }

    @Override
    public Optional<FlowState> find(UUID id) {
        return jpa.read(statements -> statements.first(FlowRow.class, "SELECT r FROM FlowRow r WHERE r.id = ?1", id))
                .map(FlowRow::state);
    }

    @Override
    public boolean add(FlowState state) {
        return jpa.write(statements -> statements.sql(
                        "INSERT INTO flow_state (id, version, sealed, ended, expires) VALUES (?, ?, ?, ?, ?)"
                                + " ON CONFLICT DO NOTHING",
                        state.id(),
                        state.version(),
                        state.sealed(),
                        state.ended(),
                        state.expires())
                == 1);
    }

    @Override
    public boolean replace(FlowState state) {
        return jpa.write(statements -> statements.change(
                        "UPDATE FlowRow r SET r.version = ?1, r.sealed = ?2, r.ended = ?3, r.expires = ?4"
                                + " WHERE r.id = ?5 AND r.version = ?6",
                        state.version(),
                        state.sealed(),
                        state.ended(),
                        state.expires(),
                        state.id(),
                        state.version() - 1)
                == 1);
    }

    @Override
    public int deleteExpired(Instant now) {
        return jpa.write(statements -> statements.change("DELETE FROM FlowRow r WHERE r.expires <= ?1", now));
    }
}
