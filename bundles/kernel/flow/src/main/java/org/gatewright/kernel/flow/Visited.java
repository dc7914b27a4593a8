package org.gatewright.kernel.flow;

import org.gatewright.spi.stage.StageResult;

/** What came of visiting one step. */
sealed interface Visited {

    /** The stage decided; the step is pinned to the version that did. */
    record Decided(Step step, StageResult result) implements Visited {}

    /** The stage is not there, or failed. */
    record Unavailable(String detail) implements Visited {}
}
