package org.gatewright.rest.collection;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gatewright.spi.data.JsonObject;

/** Small JSON Schemas for objects that are not made from a settings record. */
final class Schemas {

    static final JsonObject TEXT = JsonObject.of("type", "string");
    static final JsonObject FLAG = JsonObject.of("type", "boolean");
    static final JsonObject NUMBER = JsonObject.of("type", "integer");
    static final JsonObject ANY_OBJECT = JsonObject.of("type", "object");
    static final JsonObject TEXTS = JsonObject.of("type", "array").with("items", TEXT);

    private Schemas() {}

    static JsonObject object(Map<String, JsonObject> properties, String... required) {
        return JsonObject.of("type", "object")
                .with("properties", new TreeMap<>(properties))
                .with("required", List.of(required));
    }
}
