package org.gatewright.json;

import java.util.List;
import java.util.Optional;
import org.gatewright.spi.data.JsonObject;

/** Small JSON Schemas (2020-12) for the fields of a {@link Shape}. */
public final class Schemas {

    /** Any text. */
    public static final JsonObject TEXT = JsonObject.of("type", "string");

    /** True or false. */
    public static final JsonObject FLAG = JsonObject.of("type", "boolean");

    /** A whole number. */
    public static final JsonObject NUMBER = JsonObject.of("type", "integer");

    /** A UUID. */
    public static final JsonObject ID = TEXT.with("format", "uuid");

    /** A moment as of RFC 3339. */
    public static final JsonObject MOMENT = TEXT.with("format", "date-time");

    /** An object with any members. */
    public static final JsonObject ANY_OBJECT = JsonObject.of("type", "object");

    /** A text that is given and never shown. */
    public static final JsonObject SECRET = TEXT.with("format", "password").with("writeOnly", true);

    private Schemas() {}

    /** Returns the schema of the id of an object that settings call this, as in {@code @RefersTo}. */
    public static JsonObject reference(String name) {
        return ID.with("x-refers-to", name);
    }

    /** Returns the schema of an array of such elements. */
    public static JsonObject list(JsonObject element) {
        return JsonObject.of("type", "array").with("items", element);
    }

    /** Returns the schema of an object whose members, whatever their names, are like this. */
    public static JsonObject map(JsonObject member) {
        return ANY_OBJECT.with("additionalProperties", member);
    }

    /** Returns the schema of a text that is one of these. */
    public static JsonObject choice(List<String> choices) {
        return TEXT.with("enum", choices);
    }

    /** Says what a value must be instead, if its type is not that of the schema. */
    static Optional<String> misfit(JsonObject schema, Object value) {
        return switch (schema.text("type").orElse("")) {
            case "string" -> unless(value instanceof String, "This must be text.");
            case "boolean" -> unless(value instanceof Boolean, "This must be true or false.");
            case "integer" -> unless(value instanceof Long, "This must be a whole number.");
            case "object" -> unless(value instanceof JsonObject, "This must be an object.");
            case "array" ->
                value instanceof List<?> list
                        ? misfit(schema.object("items").orElse(JsonObject.empty()), list)
                        : Optional.of("This must be a list.");
            default -> Optional.empty();
        };
    }

    private static Optional<String> misfit(JsonObject schema, List<?> elements) {
        return elements.stream()
                .flatMap(element -> misfit(schema, element).stream())
                .findFirst()
                .map(sentence -> "In this list: " + sentence);
    }

    private static Optional<String> unless(boolean fits, String sentence) {
        return fits ? Optional.empty() : Optional.of(sentence);
    }

    /** Returns the schema of what is all of these at once. */
    public static JsonObject all(JsonObject... schemas) {
        return JsonObject.of("allOf", List.of(schemas));
    }
}
