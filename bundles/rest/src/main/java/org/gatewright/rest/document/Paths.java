package org.gatewright.rest.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatewright.rest.collection.Collection;
import org.gatewright.rest.collection.Collection.Operation;
import org.gatewright.spi.data.JsonObject;

/** The paths of a collection in an OpenAPI document. */
final class Paths {

    private static final JsonObject KEY = parameter("key", "path", "string").with("required", true);

    private Paths() {}

    static Map<String, JsonObject> of(Collection collection, String schema) {
        Map<String, JsonObject> paths = new LinkedHashMap<>();
        JsonObject reference = JsonObject.of("$ref", "#/components/schemas/" + schema);
        String base = "/" + collection.path() + "/";
        paths.put(base, whole(collection, schema, reference));
        paths.put(base + "{key}/", single(collection, schema, reference));
        collection
                .views()
                .keySet()
                .forEach(view -> paths.put(
                        base + view + "/",
                        JsonObject.of("get", operation(schema + "_" + view, "200", "What is asked for."))));
        collection
                .actions()
                .keySet()
                .forEach(action -> paths.put(
                        base + "{key}/" + action + "/",
                        JsonObject.of("parameters", List.of(KEY))
                                .with("post", operation(schema + "_" + action, "204", "Done."))));
        return paths;
    }

    static Map<String, JsonObject> executor() {
        JsonObject slug = parameter("slug", "path", "string").with("required", true);
        return Map.of(
                "/flows/executor/{slug}/",
                JsonObject.of("parameters", List.of(slug, parameter("query", "query", "string")))
                        .with(
                                "get",
                                operation("flows_executor_get", "200", "The current challenge.")
                                        .with("security", List.of()))
                        .with(
                                "post",
                                operation("flows_executor_solve", "200", "The next challenge.")
                                        .with("security", List.of())));
    }

    /** What is read across types, and before anybody has signed in. */
    static Map<String, JsonObject> views() {
        Map<String, JsonObject> paths = new LinkedHashMap<>();
        for (String group : List.of("stages", "policies", "providers")) {
            paths.put(
                    "/" + group + "/all/",
                    JsonObject.of(
                            "get",
                            operation(group + "_all_list", "200", "A page of instances of all types.")
                                    .with("parameters", paging())));
            paths.put(
                    "/" + group + "/types/",
                    JsonObject.of("get", operation(group + "_types_list", "200", "The installed types.")));
        }
        paths.put(
                "/core/brands/current/",
                JsonObject.of(
                        "get",
                        operation("core_brands_current", "200", "The brand of the host name.")
                                .with("security", List.of())));
        return paths;
    }

    private static JsonObject whole(Collection collection, String schema, JsonObject reference) {
        JsonObject item = JsonObject.empty();
        if (OpenApi.offers(collection, Operation.LIST)) {
            item = item.with(
                    "get",
                    operation(schema + "_list", "200", "A page of objects.").with("parameters", paging()));
        }
        if (OpenApi.offers(collection, Operation.CREATE)) {
            item = item.with(
                    "post", operation(schema + "_create", "201", "Created.").with("requestBody", body(reference)));
        }
        return item;
    }

    private static JsonObject single(Collection collection, String schema, JsonObject reference) {
        JsonObject item = JsonObject.of("parameters", List.of(KEY));
        if (OpenApi.offers(collection, Operation.RETRIEVE)) {
            item = item.with("get", operation(schema + "_retrieve", "200", "The object."));
        }
        if (OpenApi.offers(collection, Operation.UPDATE)) {
            item = item.with(
                            "put",
                            operation(schema + "_update", "200", "The object.").with("requestBody", body(reference)))
                    .with(
                            "patch",
                            operation(schema + "_partial_update", "200", "The object.")
                                    .with("requestBody", body(JsonObject.of("type", "object"))));
        }
        if (OpenApi.offers(collection, Operation.DELETE)) {
            item = item.with("delete", operation(schema + "_destroy", "204", "Deleted."));
        }
        return item;
    }

    private static JsonObject operation(String id, String status, String description) {
        return JsonObject.of("operationId", id)
                .with(
                        "responses",
                        JsonObject.of(status, JsonObject.of("description", description))
                                .with("400", JsonObject.of("description", "Which fields are wrong, and why."))
                                .with("403", JsonObject.of("description", "Permission denied.")));
    }

    private static JsonObject body(JsonObject schema) {
        return JsonObject.of("required", true)
                .with("content", JsonObject.of("application/json", JsonObject.of("schema", schema)));
    }

    private static List<JsonObject> paging() {
        return List.of(
                parameter("page", "query", "integer"),
                parameter("page_size", "query", "integer"),
                parameter("ordering", "query", "string"),
                parameter("search", "query", "string"));
    }

    private static JsonObject parameter(String name, String in, String type) {
        return JsonObject.of("name", name).with("in", in).with("schema", JsonObject.of("type", type));
    }
}
