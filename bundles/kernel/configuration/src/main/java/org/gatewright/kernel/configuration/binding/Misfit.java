package org.gatewright.kernel.configuration.binding;

/** Says in a sentence why a single value does not fit. Never leaves this package. */
final class Misfit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Misfit(String sentence) {
        super(sentence, null, false, false);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
