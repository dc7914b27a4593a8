package org.gatewright.kernel.flow;

import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.stage.StageResult;

/** What came of visiting one step. */
sealed interface Visited {

    /**
     * The stage decided; the step is pinned to the version that did.
     *
     * @param told facts that only the guest of the step knew; its effects are about whom they name
     */
    record Decided(Step step, StageResult result, JsonObject told) implements Visited {

        /** What a stage decided alone. */
        Decided(Step step, StageResult result) {
            this(step, result, JsonObject.empty());
        }
    }

    /** The stage is not there, or failed. */
    record Unavailable(String detail) implements Visited {}
}
