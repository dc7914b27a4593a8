package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Browser;
import org.gatewright.itests.support.Client;
import org.gatewright.itests.support.SharedServer;
import org.gatewright.itests.support.Visitor;
import org.gatewright.json.JsonText;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the running server answers is what its OpenAPI document says, settings of every installed type included. */
class OpenApiIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    /** What the addresses of objects end with, where it is not the pk. */
    private static final Map<String, String> KEYS =
            Map.of("/flows/instances/", "slug", "/core/applications/", "slug", "/core/tokens/", "identifier");

    private static Administrator administrator;
    private static JsonNode document;

    @BeforeAll
    static void start() throws IOException {
        administrator = SharedServer.administrator();
        Client.register(administrator, "described", "http://localhost:5010/cb", JsonObject.empty());
        administrator.create("core/groups/", JsonObject.of("name", "described"));
        administrator.create("core/tokens/", JsonObject.of("identifier", "described"));
        document = MAPPER.readTree(administrator.text("schema/"));
    }

    @Test
    void everyListAndEveryObjectIsAsDescribed() throws IOException {
        int objects = 0;
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            if (path.getKey().contains("{") || !answersJson(path.getValue())) {
                continue;
            }
            JsonNode answer = read(path.getKey());
            assertIs(answer, answerTo("get", path.getKey(), 200), false);
            for (JsonNode object : answer.path("results")) {
                objects++;
                assertObject(path.getKey(), object);
            }
        }
        assertThat(objects).isGreaterThan(20);
    }

    private static boolean answersJson(JsonNode path) {
        return path.path("get").path("responses").path("200").path("content").has("application/json");
    }

    @Test
    void whatIsCreatedIsAsDescribed() throws IOException {
        assertCreated("/core/users/", JsonObject.of("username", "described"));
        assertCreated("/core/tokens/", JsonObject.of("identifier", "described-too"));
        assertCreated("/crypto/signingkeys/", JsonObject.of("name", "described").with("algorithm", "ES256"));
        assertCreated("/stages/password/", JsonObject.of("name", "described"));
    }

    @Test
    void refusalsAreAsDescribed() throws IOException {
        String path = "/core/users/";
        HttpResponse<String> wrong = administrator.send("POST", "core/users/", JsonObject.of("username", "a b"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertIs(MAPPER.readTree(wrong.body()), answerTo("post", path, 400), true);

        HttpResponse<String> denied = visitor().get("/api/v3" + path);
        assertThat(denied.statusCode()).isEqualTo(403);
        JsonNode problem = document.at("/components/schemas/Problem");
        assertIs(MAPPER.readTree(denied.body()), problem, false);

        HttpResponse<String> absent = administrator.send("DELETE", "core/users/999999999/", JsonObject.empty());
        assertThat(absent.statusCode()).isEqualTo(404);
        assertIs(MAPPER.readTree(absent.body()), problem, false);
    }

    @Test
    void challengesAreAsDescribed() throws IOException {
        JsonObject challenge = visitor().challenge("/if/flow/default-authentication-flow/");
        assertThat(challenge.text("component")).contains("ak-stage-identification");
        assertIs(MAPPER.readTree(JsonText.write(challenge)), answerTo("get", "/flows/executor/{slug}/", 200), false);
    }

    @Test
    void thePageAtTheRootReadsTheDocument() {
        HttpResponse<String> page =
                visitor().get("/api/v3/", "Authorization", "Bearer " + Administrator.TOKEN, "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'");
        assertThat(page.headers().allValues("Content-Security-Policy")).hasSize(1);
        URI base = SharedServer.get().base();
        JsonObject end = Browser.run(
                "sign-in",
                "api-index",
                JsonObject.of("open", base.resolve("/if/flow/default-authentication-flow/"))
                        .with("user", Administrator.MAIL)
                        .with("password", Administrator.PASSWORD)
                        .with("expect", "Sign out")
                        .with("then", base.resolve("/api/v3/"))
                        .with("thenExpect", "core/users"));
        assertThat(end.text("text").orElseThrow()).contains("Signed in as admin", "stages/password");
    }

    private static void assertObject(String path, JsonNode object) throws IOException {
        JsonNode item = resolved(answerTo("get", path, 200)).at("/properties/results/items");
        assertIs(object, item, true);
        if (document.get("paths").path(path + "{key}/").has("get")) {
            String key = object.get(KEYS.getOrDefault(path, "pk")).asText();
            assertIs(read(path + key + "/"), answerTo("get", path + "{key}/", 200), true);
        }
    }

    private static void assertCreated(String path, JsonObject fields) throws IOException {
        JsonObject created = administrator.create(path.substring(1), fields);
        assertIs(MAPPER.readTree(JsonText.write(created)), answerTo("post", path, 201), true);
    }

    private static JsonNode read(String path) throws IOException {
        return MAPPER.readTree(administrator.text(path.substring(1)));
    }

    private static JsonNode answerTo(String method, String path, int status) {
        JsonNode schema = document.get("paths")
                .path(path)
                .path(method)
                .path("responses")
                .path(String.valueOf(status))
                .path("content")
                .path("application/json")
                .path("schema");
        assertThat(schema.isObject()).as("%s %s %s", method, path, status).isTrue();
        return schema;
    }

    private static JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.get("$ref").asText().substring(1)) : schema;
    }

    /** Asserts that the schema holds, and, if closed, that it names every member. */
    private static void assertIs(JsonNode json, JsonNode described, boolean closed) {
        ObjectNode schema = described.deepCopy();
        schema.set("components", document.get("components"));
        if (closed) {
            schema.put("unevaluatedProperties", false);
        }
        assertThat(FACTORY.getSchema(schema, STRICT).validate(json))
                .as(json.toString())
                .isEmpty();
    }

    private static Visitor visitor() {
        return new Visitor(SharedServer.get().base());
    }
}
