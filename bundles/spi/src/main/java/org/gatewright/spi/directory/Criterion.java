package org.gatewright.spi.directory;

import java.util.List;

/**
 * A condition that a store can search by. Text is compared without case.
 *
 * @param <P> the properties that there are
 * @since 1.4
 */
public sealed interface Criterion<P extends Enum<P>> {

    /** Met if all of them are; always if there is none. */
    record All<P extends Enum<P>>(List<Criterion<P>> parts) implements Criterion<P> {
        /** Copies the list. */
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** Met if one of them is; never if there is none. */
    record Any<P extends Enum<P>>(List<Criterion<P>> parts) implements Criterion<P> {
        /** Copies the list. */
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** Met if the other one is not. */
    record Not<P extends Enum<P>>(Criterion<P> part) implements Criterion<P> {}

    /** The property is this. A value that the property cannot have is never met. */
    record Is<P extends Enum<P>>(P property, String value) implements Criterion<P> {}

    /** The property is a text that begins with this; never met for what is no text. */
    record StartsWith<P extends Enum<P>>(P property, String prefix) implements Criterion<P> {}

    /** Returns what is always met. */
    static <P extends Enum<P>> Criterion<P> always() {
        return new All<>(List.of());
    }

    /** Returns what is never met. */
    static <P extends Enum<P>> Criterion<P> never() {
        return new Any<>(List.of());
    }
}
