package org.gatewright.spi.mapping;

import java.util.List;
import java.util.Map;

/**
 * What an expression may name beside what its language brings, and what it must result in.
 *
 * @since 1.0
 */
public record Vocabulary(Map<String, ValueType> variables, List<FunctionType> functions, ValueType result) {

    /** Copies the parts. */
    public Vocabulary {
        variables = Map.copyOf(variables);
        functions = List.copyOf(functions);
    }
}
