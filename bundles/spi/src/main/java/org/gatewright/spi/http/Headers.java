package org.gatewright.spi.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Headers of a request. Names are compared without case.
 *
 * @param values by name in lower case
 * @since 1.0
 */
public record Headers(Map<String, List<String>> values) {

    /** Copies the values and lowers the names. */
    public Headers {
        values = values.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> entry.getKey().toLowerCase(Locale.ROOT),
                        entry -> List.copyOf(entry.getValue()),
                        (a, b) -> a));
    }

    /** Returns no headers. */
    public static Headers none() {
        return new Headers(Map.of());
    }

    /** Returns the header's first value. */
    public Optional<String> first(String name) {
        return values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** Names the headers only: values may be secret. */
    @Override
    public String toString() {
        return "Headers" + values.keySet();
    }
}
