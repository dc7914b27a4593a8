package org.gatewright.kernel.flow;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.gatewright.spi.stage.Challenge;

/** What a turn of a flow leads to. */
sealed interface Outcome {

    /** The visitor is asked. */
    record Asking(Running running, Challenge challenge) implements Outcome {}

    /** A part that the flow needs now is not available; the flow waits. */
    record Unavailable(Running running, String name, String type, String detail) implements Outcome {}

    /** The flow has ended with a refusal. */
    record Denied(Origin origin, String message, Optional<String> reference) implements Outcome {}

    /** The flow has ended, and the browser goes on. */
    record Leaving(Origin origin, URI to) implements Outcome {}

    /** The flow has ended, and the browser posts a form. */
    record Posting(Origin origin, URI to, Map<String, String> fields) implements Outcome {}

    /** Somebody else was faster; nothing was done. */
    record Lost() implements Outcome {}
}
