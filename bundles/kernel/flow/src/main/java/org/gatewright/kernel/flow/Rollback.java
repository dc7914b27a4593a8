package org.gatewright.kernel.flow;

import java.util.List;
import java.util.Map;

/** Ends a transaction without a trace, for a reason that the visitor can be told. */
final class Rollback extends RuntimeException {

    /** Why. */
    sealed interface Reason {

        /** An effect could not be carried out with what was typed. */
        record Fields(Map<String, List<String>> errors) implements Reason {}

        /** An effect may not be carried out. */
        record Refused(String message) implements Reason {}

        /** The protocol that the flow goes back to is not available. */
        record NoProtocol(String type, String detail) implements Reason {}

        /** The visitor would have to be asked and may not be. */
        record Silence() implements Reason {}
    }

    private static final long serialVersionUID = 1L;
    private final transient Reason reason;

    Rollback(Reason reason) {
        super(reason.getClass().getSimpleName(), null, true, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
