package org.gatewright.spi.data;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Converts Java values to the few types that a {@link JsonObject} holds. */
final class JsonValues {

    private JsonValues() {}

    static Object normalize(Object value) {
        if (value instanceof String
                || value instanceof Boolean
                || value instanceof Long
                || value instanceof JsonObject) {
            return value;
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> members = new LinkedHashMap<>();
            map.forEach((name, member) -> {
                if (member != null) {
                    members.put(String.valueOf(name), member);
                }
            });
            return JsonObject.of(members);
        }
        if (value instanceof Collection<?> elements) {
            return elements.stream()
                    .filter(Objects::nonNull)
                    .map(JsonValues::normalize)
                    .toList();
        }
        if (value instanceof Enum || value instanceof UUID || value instanceof java.net.URI) {
            return value.toString();
        }
        throw new IllegalArgumentException(
                "not a JSON value: " + value.getClass().getName());
    }

    private static Object number(Number number) {
        if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return number.longValue();
        }
        BigDecimal decimal = number instanceof BigDecimal exact
                ? exact
                : number instanceof BigInteger whole ? new BigDecimal(whole) : BigDecimal.valueOf(number.doubleValue());
        boolean whole = decimal.stripTrailingZeros().scale() <= 0
                && decimal.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        return whole ? (Object) decimal.longValueExact() : decimal;
    }
}
