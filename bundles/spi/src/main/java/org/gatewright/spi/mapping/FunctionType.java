package org.gatewright.spi.mapping;

import java.util.List;

/**
 * A function that expressions may call. Functions of one name differ in the number of their parameters.
 *
 * @param member whether it is written behind its first parameter: {@code user.is_in_group('staff')}
 * @since 1.0
 */
public record FunctionType(String name, boolean member, List<ValueType> parameters, ValueType result) {

    /** Copies the parameters. */
    public FunctionType {
        parameters = List.copyOf(parameters);
        if (member && parameters.isEmpty()) {
            throw new IllegalArgumentException("a member function has a receiver: " + name);
        }
    }

    /** A function that is written before its parameters. */
    public static FunctionType of(String name, ValueType result, ValueType... parameters) {
        return new FunctionType(name, false, List.of(parameters), result);
    }

    /** A function of a receiver. */
    public static FunctionType member(String name, ValueType result, ValueType... parameters) {
        return new FunctionType(name, true, List.of(parameters), result);
    }
}
