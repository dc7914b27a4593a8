package org.gatewright.rest.document;

import java.util.Map;
import java.util.TreeMap;
import org.gatewright.spi.data.JsonObject;

/** The schemas of an OpenAPI document, each under the name by which others refer to it. For one thread. */
final class Components {

    private final Map<String, JsonObject> schemas = new TreeMap<>();

    /** Takes the schema in, and returns the reference to it. */
    JsonObject add(String name, JsonObject schema) {
        schemas.put(name, schema.without("$schema"));
        return JsonObject.of("$ref", "#/components/schemas/" + name);
    }

    JsonObject all() {
        return JsonObject.of(schemas);
    }
}
