package org.gatewright.port.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps flows that somebody has answered. */
@ProviderType
public interface FlowStateStore {

    /** Finds the flow, ended ones included. */
    Optional<FlowState> find(UUID id);

    /** Adds the first answered state; false if there is a flow with this id, without an error for the transaction. */
    boolean add(FlowState state);

    /** Replaces the state if the stored version is one less; false if somebody else was faster. */
    boolean replace(FlowState state);

    /** Deletes what has expired; returns how many. */
    int deleteExpired(Instant now);
}
