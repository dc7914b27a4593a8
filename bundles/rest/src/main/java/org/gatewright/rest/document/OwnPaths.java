package org.gatewright.rest.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.rest.answer.CurrentBrand;
import org.gatewright.spi.data.JsonObject;

/** The paths that belong to no collection: the flow executor, the lists of types, and what is read before anybody has signed in. */
final class OwnPaths {

    private final Components components;
    private final Operations operations;

    OwnPaths(Components components, Operations operations) {
        this.components = components;
        this.operations = operations;
    }

    Map<String, JsonObject> of(Map<String, JsonObject> types, JsonObject challenge) {
        Map<String, JsonObject> paths = new LinkedHashMap<>();
        types.forEach((group, schema) -> paths.put("/" + group + "/types/", types(group, schema)));
        Optional<JsonObject> brand = Optional.of(components.add("CurrentBrand", CurrentBrand.schema()));
        paths.put(
                "/core/brands/current/", JsonObject.of("get", open(operations.of("core_brands_current", 200, brand))));
        paths.put("/flows/executor/{slug}/", executor(components.add("Challenge", challenge)));
        paths.put("/managed/blueprints/export/", JsonObject.of("get", export()));
        return paths;
    }

    private JsonObject export() {
        JsonObject operation = operations.of("managed_blueprints_export", 200, Optional.empty(), 403);
        JsonObject responses = operation
                .object("responses")
                .orElse(JsonObject.empty())
                .with(
                        "200",
                        response(
                                "The configuration as a blueprint, without secrets.",
                                JsonObject.of(
                                        "application/yaml", JsonObject.of("schema", JsonObject.of("type", "string")))));
        return operation.with("responses", responses);
    }

    private JsonObject types(String group, JsonObject schema) {
        JsonObject list = components.add(OpenApi.name(group) + "Types", schema);
        return JsonObject.of("get", operations.of(group + "_types_list", 200, Optional.of(list), 403));
    }

    private JsonObject executor(JsonObject challenge) {
        JsonObject slug = Paths.parameter("slug", "path", "string").with("required", true);
        JsonObject answers = JsonObject.of("type", "object");
        return JsonObject.of("parameters", List.of(slug, Paths.parameter("query", "query", "string")))
                .with("get", run("flows_executor_get", challenge))
                .with("post", Operations.taking(run("flows_executor_solve", challenge), answers));
    }

    /** The executor answers most errors by a challenge too, so that a page can show them. */
    private JsonObject run(String id, JsonObject challenge) {
        JsonObject content = Operations.json(challenge);
        JsonObject operation = operations.of(id, 200, Optional.of(challenge), 403);
        JsonObject responses = operation
                .object("responses")
                .orElse(JsonObject.empty())
                .with(
                        "400",
                        response(
                                "The answer is not for this browser or cannot be read.",
                                content.merge(operations.problem())))
                .with("404", response("There is no such flow.", content.merge(operations.problem())))
                .with("503", response("The step is not available at the moment.", content.merge(operations.problem())));
        return open(operation.with("responses", responses));
    }

    private static JsonObject response(String description, JsonObject content) {
        return JsonObject.of("description", description).with("content", content);
    }

    private static JsonObject open(JsonObject operation) {
        return operation.with("security", List.of());
    }
}
