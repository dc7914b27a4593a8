package org.gatewright.port.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A running flow.
 *
 * @param version grows with each step; compare-and-swap is over it
 * @param sealed the state, encrypted
 * @param ended whether it is over; kept until it expires, so that it does not begin again from its first state
 */
public record FlowState(UUID id, long version, String sealed, boolean ended, Instant expires) {}
