package org.gatewright.spi.mapping;

import java.util.Map;

/**
 * The type of a value in an expression.
 *
 * @since 1.0
 */
public sealed interface ValueType {

    /** A type without parts. */
    enum Simple implements ValueType {
        /** True or false. */
        BOOL,
        /** A whole number of 64 bits. */
        INT,
        /** A number with a fraction. */
        DOUBLE,
        /** A text. */
        TEXT,
        /** A moment. */
        TIME,
        /** Known only when it is evaluated. */
        ANY
    }

    /** A list. */
    record ListOf(ValueType element) implements ValueType {}

    /** Values by text. */
    record MapOf(ValueType value) implements ValueType {}

    /**
     * An object with members that are always there.
     *
     * @param name of the type, in lower case
     */
    record Structure(String name, Map<String, ValueType> members) implements ValueType {
        /** Copies the members. */
        public Structure {
            members = Map.copyOf(members);
        }
    }
}
