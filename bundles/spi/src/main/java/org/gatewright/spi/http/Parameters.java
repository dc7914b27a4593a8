package org.gatewright.spi.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decoded parameters of a query or a form, in order. A name may come several times.
 *
 * @param values never empty lists
 * @since 1.0
 */
public record Parameters(Map<String, List<String>> values) {

    /** Copies the values. */
    public Parameters {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((name, list) -> copy.put(name, List.copyOf(list)));
        values = Collections.unmodifiableMap(copy);
    }

    /** Returns no parameters. */
    public static Parameters none() {
        return new Parameters(Map.of());
    }

    /** Returns the parameter's first value unless it is empty: OAuth 2.0 treats a parameter without a value as omitted (RFC 6749 section 3.1). */
    public Optional<String> first(String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst().filter(value -> !value.isEmpty());
    }

    /** Tells whether the parameter comes more than once. */
    public boolean isRepeated(String name) {
        return values.getOrDefault(name, List.of()).size() > 1;
    }

    /** Returns the names. */
    public Set<String> names() {
        return values.keySet();
    }

    /** Names the parameters only: values may be secret. */
    @Override
    public String toString() {
        return "Parameters" + values.keySet();
    }
}
