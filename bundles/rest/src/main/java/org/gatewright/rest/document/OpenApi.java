package org.gatewright.rest.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gatewright.rest.collection.Collection;
import org.gatewright.rest.collection.Collection.Operation;
import org.gatewright.spi.data.JsonObject;

/** The OpenAPI 3.1 document, made from the collections that there are at the moment. */
public final class OpenApi {

    private OpenApi() {}

    /** Describes the collections. */
    public static JsonObject of(List<Collection> collections) {
        Map<String, JsonObject> paths = new LinkedHashMap<>();
        Map<String, JsonObject> schemas = new LinkedHashMap<>();
        for (Collection collection : collections) {
            schemas.put(name(collection), collection.schema().without("$schema"));
            paths.putAll(Paths.of(collection, name(collection)));
        }
        paths.putAll(Paths.executor());
        paths.putAll(Paths.views());
        return JsonObject.of("openapi", "3.1.0")
                .with("info", JsonObject.of("title", "Gatewright").with("version", "3"))
                .with("servers", List.of(JsonObject.of("url", "/api/v3")))
                .with("security", List.of(JsonObject.of("bearer", List.of()), JsonObject.of("session", List.of())))
                .with("paths", paths)
                .with("components", JsonObject.of("schemas", schemas).with("securitySchemes", schemes()));
    }

    private static JsonObject schemes() {
        return JsonObject.of("bearer", JsonObject.of("type", "http").with("scheme", "bearer"))
                .with(
                        "session",
                        JsonObject.of("type", "apiKey").with("in", "cookie").with("name", "gatewright_session"));
    }

    static String name(Collection collection) {
        StringBuilder name = new StringBuilder();
        for (String part : collection.path().split("[/_]")) {
            name.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
        }
        return name.toString();
    }

    static boolean offers(Collection collection, Operation operation) {
        return collection.operations().contains(operation);
    }
}
