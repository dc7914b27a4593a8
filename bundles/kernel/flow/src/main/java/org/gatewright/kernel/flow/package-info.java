/**
 * Plans flows and advances them, and dispatches requests to protocols.
 *
 * <p>The engine stands in the middle like the hub of a wheel: each step returns to it and none knows another one. A turn goes one way. {@link
 * org.gatewright.kernel.flow.Turns} opens it with one snapshot of the configuration, {@link org.gatewright.kernel.flow.FlowStates} finds the flow, {@link
 * org.gatewright.kernel.flow.Walker} calls stages until one asks, and {@link org.gatewright.kernel.flow.FlowRunner} keeps what came of it in one transaction:
 * compare-and-swap first, effects after, so that of a double submit one has effects.
 */
@NullMarked
package org.gatewright.kernel.flow;

import org.jspecify.annotations.NullMarked;
