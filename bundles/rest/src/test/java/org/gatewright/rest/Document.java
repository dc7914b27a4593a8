package org.gatewright.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.List;
import org.gatewright.json.JsonText;
import org.gatewright.spi.data.JsonObject;

/** An OpenAPI document, read as its readers do. */
final class Document {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonObject json;

    Document(JsonObject json) {
        this.json = json;
    }

    /** Returns what a well-kept parser finds wrong. */
    List<String> problems() {
        return new OpenAPIV3Parser().readContents(JsonText.write(json)).getMessages();
    }

    /** Asserts that the answer of the operation is as the document says, and that it says what each member is. */
    void assertAnswers(String method, String path, String status, JsonObject answer) {
        JsonObject operation = json.object("paths")
                .flatMap(paths -> paths.object(path))
                .flatMap(item -> item.object(method))
                .orElseThrow(() -> new AssertionError(method + " " + path));
        JsonObject schema = operation
                .object("responses")
                .flatMap(responses -> responses.object(status))
                .flatMap(response -> response.object("content"))
                .flatMap(content -> content.object("application/json"))
                .flatMap(content -> content.object("schema"))
                .orElseThrow(() -> new AssertionError(operation.toString()));
        assertValid(schema, answer);
    }

    /** Asserts that the JSON is as the schema says, and that the schema names each of its members. */
    void assertValid(JsonObject schema, JsonObject instance) {
        JsonObject closed = schema.with("unevaluatedProperties", false).with("components", json.object("components"));
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        assertThat(FACTORY.getSchema(node(closed), config).validate(node(instance)))
                .as("%s", JsonText.write(instance))
                .isEmpty();
    }

    private static JsonNode node(JsonObject object) {
        try {
            return MAPPER.readTree(JsonText.write(object));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
