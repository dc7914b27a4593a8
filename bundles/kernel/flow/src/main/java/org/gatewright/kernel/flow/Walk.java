package org.gatewright.kernel.flow;

import java.util.List;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.stage.Challenge;

/** How far a flow got by itself, with the effects that the steps on the way ask for. Nothing has happened yet. */
sealed interface Walk {

    /**
     * What one plug-in wants done in one step.
     *
     * @param wishes with the id of the plug-in: its documents are written
     * @param facts of the flow when the step asked for them
     */
    record Deeds(Visited.Wishes wishes, JsonObject facts) {}

    /** Where the flow is now. */
    Execution execution();

    /** What is to be done before it goes on. */
    List<Deeds> deeds();

    /** A step asks. */
    record Asks(Execution execution, List<Deeds> deeds, Challenge challenge) implements Walk {}

    /** The next step is not available. */
    record Unavailable(Execution execution, List<Deeds> deeds, String detail) implements Walk {}

    /** The next step must see the effects first. */
    record Paused(Execution execution, List<Deeds> deeds) implements Walk {}

    /** All steps are done. */
    record Over(Execution execution, List<Deeds> deeds) implements Walk {}

    /** A step refused, or the flow may not begin again. */
    record Denied(Execution execution, List<Deeds> deeds, String message) implements Walk {}

    /** Whether nothing has to be kept but a state, if that. */
    default boolean isBare() {
        return deeds().isEmpty() && (this instanceof Asks || this instanceof Unavailable);
    }
}
