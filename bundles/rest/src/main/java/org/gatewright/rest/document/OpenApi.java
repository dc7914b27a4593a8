package org.gatewright.rest.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gatewright.rest.collection.Collection;
import org.gatewright.spi.data.JsonObject;

/** The OpenAPI 3.1 document, made from the collections that there are at the moment and from the shapes by which answers are written. */
public final class OpenApi {

    private OpenApi() {}

    /**
     * Describes the API.
     *
     * @param types schemas of the lists of installed types, by the group of addresses
     * @param challenge schema of what the flow executor answers
     */
    public static JsonObject of(List<Collection> collections, Map<String, JsonObject> types, JsonObject challenge) {
        Components components = new Components();
        Operations operations = new Operations(components);
        Paths ofCollections = new Paths(components, operations);
        Map<String, JsonObject> paths = new LinkedHashMap<>();
        collections.forEach(collection -> paths.putAll(ofCollections.of(collection)));
        paths.putAll(new OwnPaths(components, operations).of(types, challenge));
        return JsonObject.of("openapi", "3.1.0")
                .with("info", JsonObject.of("title", "Gatewright").with("version", "3"))
                .with("servers", List.of(JsonObject.of("url", "/api/v3")))
                .with("security", List.of(JsonObject.of("bearer", List.of()), JsonObject.of("session", List.of())))
                .with("paths", paths)
                .with("components", JsonObject.of("schemas", components.all()).with("securitySchemes", schemes()));
    }

    private static JsonObject schemes() {
        return JsonObject.of("bearer", JsonObject.of("type", "http").with("scheme", "bearer"))
                .with(
                        "session",
                        JsonObject.of("type", "apiKey").with("in", "cookie").with("name", "gatewright_session"));
    }

    /** Makes the name of a schema from a path. */
    static String name(String path) {
        StringBuilder name = new StringBuilder();
        for (String part : path.split("[/_]")) {
            name.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
        }
        return name.toString();
    }
}
