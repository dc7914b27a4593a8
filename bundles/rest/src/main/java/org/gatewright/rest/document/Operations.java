package org.gatewright.rest.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gatewright.rest.answer.Problem;
import org.gatewright.spi.data.JsonObject;

/** Writes operations of an OpenAPI document: what they answer, and which errors. */
final class Operations {

    private static final String JSON = "application/json";
    private static final List<String> FILES = List.of("application/java-archive", "application/octet-stream");
    private static final Map<Integer, String> ERRORS = Map.of(
            400, "Which fields are wrong, and why.",
            403, "Not signed in, or permission denied.",
            404, "There is no such object, or it is not the caller's.",
            409, "Something else stands against it, such as a use of the object.",
            413, "The body is longer than it may be.",
            503, "The type of the object is not available at the moment.");

    private final JsonObject problem;
    private final JsonObject fieldErrors;

    Operations(Components components) {
        problem = components.add("Problem", Problem.schema());
        fieldErrors = components.add("FieldErrors", Problem.fieldErrors());
    }

    /** Returns an operation that answers such JSON, or nothing. */
    JsonObject of(String id, int status, Optional<JsonObject> answer, int... errors) {
        Map<String, JsonObject> responses = new TreeMap<>();
        JsonObject success = JsonObject.of("description", answer.isPresent() ? "What was asked for." : "Done.");
        responses.put(String.valueOf(status), success.with("content", answer.map(Operations::json)));
        for (int error : errors) {
            responses.put(String.valueOf(error), error(error));
        }
        return JsonObject.of("operationId", id).with("responses", responses);
    }

    /** Returns the operation with a body of such JSON. */
    static JsonObject taking(JsonObject operation, JsonObject schema) {
        return operation.with("requestBody", JsonObject.of("required", true).with("content", json(schema)));
    }

    /** Returns an operation that takes a file, and answers such JSON whether something new came of it or not. */
    JsonObject takingFile(String id, JsonObject answer, JsonObject report) {
        JsonObject file = JsonObject.of("type", "string").with("format", "binary");
        JsonObject content = JsonObject.empty();
        for (String mediaType : FILES) {
            content = content.merge(content(mediaType, file));
        }
        JsonObject either = JsonObject.of("anyOf", List.of(answer, report));
        JsonObject unchanged = of(id, 200, Optional.of(either), 400, 403, 409, 413);
        JsonObject created = of(id, 201, Optional.of(answer));
        return unchanged
                .with("responses", responses(unchanged).merge(responses(created)))
                .with("requestBody", JsonObject.of("required", true).with("content", content));
    }

    private static JsonObject responses(JsonObject operation) {
        return operation.object("responses").orElse(JsonObject.empty());
    }

    /** Returns the content of a problem document. */
    JsonObject problem() {
        return content(Problem.MEDIA_TYPE, problem);
    }

    static JsonObject json(JsonObject schema) {
        return content(JSON, schema);
    }

    private JsonObject error(int status) {
        JsonObject content = status == 400 ? json(fieldErrors).merge(problem()) : problem();
        return JsonObject.of("description", ERRORS.getOrDefault(status, "Refused."))
                .with("content", content);
    }

    private static JsonObject content(String mediaType, JsonObject schema) {
        return JsonObject.of(mediaType, JsonObject.of("schema", schema));
    }
}
