package org.gatewright.testkit.stage;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatewright.spi.data.JsonObject;

/**
 * Answers that no page sends.
 *
 * @since 1.0
 */
public final class HostileAnswers {

    private static final List<Object> VALUES = List.of(
            "",
            " ",
            "\0",
            "\uD800",
            "\u202Eevil",
            "' OR 1=1 --",
            "<script>alert(1)</script>",
            "x".repeat(1 << 20),
            "a@".repeat(50_000),
            true,
            false,
            -1L,
            Long.MAX_VALUE,
            new BigDecimal("1E+400"),
            List.of(),
            List.of("a", List.of("b", 1)),
            Map.of(),
            Map.of("password", "x", "deep", Map.of("deeper", List.of(Map.of()))));

    private HostileAnswers() {}

    /** Returns objects in which each of the fields has each of the values, and some that have none of them. */
    public static List<JsonObject> to(List<String> fields) {
        Stream<JsonObject> each =
                fields.stream().flatMap(field -> VALUES.stream().map(value -> JsonObject.of(field, value)));
        Stream<JsonObject> all = VALUES.stream().map(value -> fields.stream()
                .reduce(JsonObject.empty(), (object, field) -> object.with(field, value), JsonObject::merge));
        return Stream.of(each, all, Stream.of(JsonObject.empty(), JsonObject.of("__proto__", Map.of("admin", true))))
                .flatMap(answers -> answers)
                .toList();
    }
}
