package org.gatewright.spi.mapping;

import java.util.List;

/**
 * What became of a text.
 *
 * @since 1.0
 */
public sealed interface Compilation {

    /** It can be evaluated, as often as needed. */
    record Compiled(Expression expression) implements Compilation {}

    /**
     * It cannot.
     *
     * @param errors at least one
     */
    record Rejected(List<TextError> errors) implements Compilation {
        /** Copies the list. */
        public Rejected {
            errors = List.copyOf(errors);
        }
    }
}
