package org.gatewright.spi.stage;

import java.util.List;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.effect.Effect;

/**
 * What a {@link Stage} decided. The engine carries out the effects after its compare-and-swap of the flow's state has won, in the same transaction.
 *
 * @since 1.0
 */
public sealed interface StageResult {

    /** The step is over; the facts join those of the flow. */
    record Done(JsonObject facts, List<Effect> effects) implements StageResult {
        /** Copies the effects. */
        public Done {
            effects = List.copyOf(effects);
        }

        /** Over, with facts and nothing to do. */
        public Done(JsonObject facts) {
            this(facts, List.of());
        }
    }

    /**
     * The visitor must answer the challenge first.
     *
     * @param challenge what to show
     * @param state what the step keeps until its next visit
     * @param refused whether answers were given and refused, which counts as a failure of this step
     * @param effects what to do now
     */
    record Ask(Challenge challenge, JsonObject state, boolean refused, List<Effect> effects) implements StageResult {
        /** Copies the effects. */
        public Ask {
            effects = List.copyOf(effects);
        }

        /** Shows the challenge and keeps nothing. */
        public Ask(Challenge challenge) {
            this(challenge, JsonObject.empty(), false, List.of());
        }
    }

    /**
     * The flow ends here.
     *
     * @param message a sentence for the visitor
     * @param effects what to do now
     */
    record Denied(String message, List<Effect> effects) implements StageResult {
        /** Copies the effects. */
        public Denied {
            effects = List.copyOf(effects);
        }

        /** Ends with nothing to do. */
        public Denied(String message) {
            this(message, List.of());
        }
    }
}
