package org.gatewright.mappings.cel;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.values.NullValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.mapping.ExpressionError;

/** Makes values of the SPI of those of CEL. What is null is absent. */
final class Results {

    private Results() {}

    /** Converts in depth, and counts as much. */
    static Object of(Object value, Meter meter) {
        meter.charge(1);
        if (value instanceof Boolean
                || value instanceof Long
                || value instanceof Double
                || value instanceof String
                || value instanceof Instant) {
            return value;
        }
        if (value instanceof UnsignedLong number) {
            return whole(number);
        }
        if (value instanceof List<?> list) {
            List<Object> elements = new ArrayList<>();
            list.forEach(element -> elements.add(of(element, meter)));
            return List.copyOf(elements);
        }
        if (value instanceof Map<?, ?> map) {
            return map(map, meter);
        }
        throw failed("The result is " + (value instanceof NullValue ? "null." : "of a type that cannot be used."));
    }

    private static Map<String, Object> map(Map<?, ?> map, Meter meter) {
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((name, member) -> {
            if (!(member instanceof NullValue)) {
                members.put(String.valueOf(name), of(member, meter));
            }
        });
        return Map.copyOf(members);
    }

    private static Long whole(UnsignedLong number) {
        if (number.bigIntegerValue().bitLength() >= Long.SIZE) {
            throw failed("The number " + number + " is too large.");
        }
        return number.longValue();
    }

    private static GatewrightException failed(String sentence) {
        return new GatewrightException(ExpressionError.FAILED, sentence);
    }
}
