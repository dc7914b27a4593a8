package org.gatewright.spi.protocol;

import org.gatewright.spi.data.JsonObject;

/**
 * How a flow ended.
 *
 * @since 1.0
 */
public sealed interface FlowOutcome {

    /** All steps are done. */
    record Completed(JsonObject facts) implements FlowOutcome {}

    /** A stage or a policy refused, or the visitor declined. */
    record Denied(String message) implements FlowOutcome {}
}
