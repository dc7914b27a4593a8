package org.gatewright.spi.stage;

import java.util.List;
import java.util.UUID;
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
     * Another stage, the guest, is asked on the page of this one. The engine visits it as a part of this step. What it asks is added to the page; once both have
     * what they need, the step is over with the facts and effects of both. A guest has no guest of its own.
     *
     * <p>The guest counts its own failures, and when it ends the flow, the flow ends. Its effects are carried out with the facts given here, also while it still
     * asks.
     *
     * @param stage the instance that is the guest
     * @param page what this stage asks; of members, fields and errors that both have, this stage's come first; only an element of this stage shows the page
     * @param facts what the guest is to know besides the facts of the flow; they join those of the flow when the step is over
     * @param answered whether this stage needs nothing more; only then the guest sees the answers
     */
    record Host(UUID stage, Ask page, JsonObject facts, boolean answered) implements StageResult {}

    /**
     * Other stages are asked first. The engine puts them in front of this step, with the rules of its binding, and visits it again, without answers, when they are
     * done. A flow has 64 steps at most.
     *
     * @param stages the instances, in order
     * @param state what the step keeps until then
     * @since 1.3
     */
    record Insert(List<UUID> stages, JsonObject state) implements StageResult {
        /** Copies the list. */
        public Insert {
            stages = List.copyOf(stages);
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
