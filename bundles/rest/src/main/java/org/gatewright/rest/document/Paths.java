package org.gatewright.rest.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatewright.rest.answer.Envelope;
import org.gatewright.rest.collection.Collection;
import org.gatewright.rest.collection.Collection.Operation;
import org.gatewright.spi.data.JsonObject;

/** The paths of collections in an OpenAPI document. */
final class Paths {

    private static final JsonObject KEY = parameter("key", "path", "string").with("required", true);

    private final Components components;
    private final Operations operations;
    private final JsonObject pagination;

    Paths(Components components, Operations operations) {
        this.components = components;
        this.operations = operations;
        this.pagination = components.add("Pagination", Envelope.pagination());
    }

    Map<String, JsonObject> of(Collection collection) {
        String name = OpenApi.name(collection.path());
        JsonObject shown = components.add(name, collection.shown());
        Map<String, JsonObject> paths = new LinkedHashMap<>();
        String base = "/" + collection.path() + "/";
        paths.put(base, whole(collection, name, shown));
        if (!single(collection, name, shown).isEmpty()) {
            paths.put(base + "{key}/", single(collection, name, shown).with("parameters", List.of(KEY)));
        }
        collection.views().forEach((view, action) -> paths.put(base + view + "/", view(name + "_" + view, action)));
        collection
                .actions()
                .forEach((word, action) -> paths.put(base + "{key}/" + word + "/", action(name + "_" + word, action)));
        return paths;
    }

    private JsonObject whole(Collection collection, String name, JsonObject shown) {
        JsonObject item = JsonObject.of("x-model", collection.model())
                .with("x-reference", collection.reference())
                .with("x-key", collection.keyField());
        if (offers(collection, Operation.LIST)) {
            JsonObject page = components.add(name + "Page", Envelope.schema(pagination, shown));
            item = item.with(
                    "get",
                    operations
                            .of(name + "_list", 200, Optional.of(page), 400, 403)
                            .with("parameters", paging()));
        }
        if (offers(collection, Operation.CREATE)) {
            JsonObject created = collection.created().equals(collection.shown())
                    ? shown
                    : components.add(name + "Created", collection.created());
            JsonObject create = operations.of(name + "_create", 201, Optional.of(created), 400, 403, 409, 503);
            item = item.with("post", Operations.taking(create, input(collection, name)));
        }
        return item.with("post", collection.upload().map(upload -> upload(name, upload)));
    }

    private JsonObject upload(String name, Collection.Upload upload) {
        JsonObject taken = components.add(name + "Uploaded", upload.answer());
        JsonObject checked = components.add(name + "Checked", upload.report());
        Stream<JsonObject> own = upload.parameters().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(parameter -> JsonObject.of("name", parameter.getKey())
                        .with("in", "query")
                        .with("schema", parameter.getValue()));
        return operations
                .takingFile(name + "_upload", taken, checked)
                .with(
                        "parameters",
                        Stream.concat(Stream.of(parameter("check", "query", "boolean")), own)
                                .toList());
    }

    private JsonObject single(Collection collection, String name, JsonObject shown) {
        JsonObject item = JsonObject.empty();
        Optional<JsonObject> answer = Optional.of(shown);
        if (offers(collection, Operation.RETRIEVE)) {
            item = item.with("get", operations.of(name + "_retrieve", 200, answer, 403, 404));
        }
        if (offers(collection, Operation.UPDATE)) {
            JsonObject put = operations.of(name + "_update", 200, answer, 400, 403, 404, 409, 503);
            JsonObject patch = operations.of(name + "_partial_update", 200, answer, 400, 403, 404, 409, 503);
            JsonObject part = collection.schema().without("required").without("$schema");
            item = item.with("put", Operations.taking(put, input(collection, name)))
                    .with("patch", Operations.taking(patch, part));
        }
        if (offers(collection, Operation.DELETE)) {
            item = item.with("delete", operations.of(name + "_destroy", 204, Optional.empty(), 403, 404, 409));
        }
        return item;
    }

    private JsonObject view(String id, Collection.Action view) {
        return JsonObject.of("get", operations.of(id, 200, view.answer(), 403));
    }

    private JsonObject action(String id, Collection.Action action) {
        JsonObject post =
                operations.of(id, action.answer().isPresent() ? 200 : 204, action.answer(), 400, 403, 404, 409);
        return JsonObject.of("parameters", List.of(KEY))
                .with(
                        "post",
                        action.input()
                                .map(schema -> Operations.taking(post, schema))
                                .orElse(post));
    }

    private JsonObject input(Collection collection, String name) {
        return components.add(name + "Request", collection.schema());
    }

    private static boolean offers(Collection collection, Operation operation) {
        return collection.operations().contains(operation);
    }

    private static List<JsonObject> paging() {
        return List.of(
                parameter("page", "query", "integer"),
                parameter("page_size", "query", "integer"),
                parameter("ordering", "query", "string"),
                parameter("search", "query", "string"));
    }

    static JsonObject parameter(String name, String in, String type) {
        return JsonObject.of("name", name).with("in", in).with("schema", JsonObject.of("type", type));
    }
}
