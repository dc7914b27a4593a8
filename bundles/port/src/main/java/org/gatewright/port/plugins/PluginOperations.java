package org.gatewright.port.plugins;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/** Shows how far changes of plug-ins have come on this node. Safe for use by several threads. */
@ProviderType
public interface PluginOperations {

    /** How a change stands. */
    enum State {
        /** Another change is being made. */
        WAITING,
        /** It is being made. */
        RUNNING,
        /** It was made, or there was nothing to change. */
        DONE,
        /** Everything is as it was, and the reason says why. */
        REFUSED
    }

    /** A step that was reached, in a word or two, such as {@code kept}, {@code running} or {@code switched}. */
    record Step(String name, Instant at) {}

    /**
     * A change of a plug-in.
     *
     * @param action such as {@code install} or {@code rollback}
     * @param reason a sentence, if it was refused; empty otherwise
     * @param steps in the order in which they were reached
     */
    record Operation(
            UUID id,
            String action,
            String plugin,
            State state,
            String reason,
            Instant started,
            Optional<Instant> ended,
            List<Step> steps) {
        /** Copies the list. */
        public Operation {
            steps = List.copyOf(steps);
        }
    }

    /** Returns the changes that are being made and the last 50 that have ended, the newest first. */
    List<Operation> recent();

    /**
     * Does work that makes a change in this thread, which then is the operation with this id; one of its name that has ended is forgotten.
     *
     * @param listener is told each step in a word or two as it is reached, in this thread
     * @return what the work returns
     * @throws org.gatewright.spi.error.GatewrightException with {@code CONFLICT} if a change with this id is being made
     */
    <T> T as(UUID id, Consumer<String> listener, Supplier<T> work);
}
