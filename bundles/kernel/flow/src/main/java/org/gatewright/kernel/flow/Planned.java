package org.gatewright.kernel.flow;

import org.gatewright.spi.protocol.Access;

/** What became of planning a flow. */
sealed interface Planned {

    /** It can begin. */
    record Plan(Execution execution) implements Planned {}

    /** The visitor may not. */
    record Refused(Access access) implements Planned {}

    /** It is not for this visitor, who goes on to where they wanted. */
    record Elsewhere() implements Planned {}
}
