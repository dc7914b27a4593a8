package org.gatewright.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.ws.rs.core.Response;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.plugins.PluginInfo;
import org.gatewright.port.plugins.VersionState;
import org.gatewright.rest.answer.Problem;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.testkit.port.RecordingLifecycle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The OpenAPI document says what the API answers. */
class OpenApiTest {

    private final House house = new House().grantEverything();

    @BeforeEach
    void fill() {
        house.catalogue.install(Kind.STAGE, "tea", new Object());
        house.catalogue.install(Kind.POLICY, "taste", new Object());
        house.catalogue.install(Kind.PROTOCOL, "oauth2", new Object());
        house.configuration
                .schema(Model.STAGE, "tea", "name", "cups")
                .schema(Model.POLICY, "taste", "name")
                .schema(Model.PROVIDER, "oauth2", "name", "client_secret")
                .schema(Model.FLOW, "", "name", "slug")
                .schema(Model.BRAND, "", "domain")
                .schema(Model.STAGE_BINDING, "", "order")
                .schema(Model.POLICY_BINDING, "", "order")
                .schema(Model.APPLICATION, "", "name", "slug", "meta_launch_url");
        house.configuration.put(Model.PROVIDER, "oauth2", JsonObject.of("name", "p"));
        house.configuration.put(Model.STAGE, "tea", JsonObject.of("name", "one").with("cups", "2"));
        house.configuration.put(Model.POLICY, "taste", JsonObject.of("name", "t"));
        house.configuration.put(Model.FLOW, "", JsonObject.of("name", "f").with("slug", "f"));
        house.configuration.put(Model.BRAND, "", JsonObject.of("domain", "d"));
        house.configuration.put(Model.STAGE_BINDING, "", JsonObject.of("order", "1"));
        house.configuration.put(Model.POLICY_BINDING, "", JsonObject.of("order", "1"));
        house.configuration.put(
                Model.APPLICATION,
                "",
                JsonObject.of("name", "a").with("slug", "a").with("meta_launch_url", "https://a.example/"));
        house.catalogue.list(new PluginInfo("org.example.echo", "Echo", "1.0.0", 7, VersionState.ACTIVE, ""));
        house.events.record("login", Optional.empty(), "192.0.2.1", JsonObject.of("x", 1));
    }

    private Document document() {
        return new Document(house.api.schema());
    }

    @Test
    void aParserOfOpenApiFindsNothingWrong() {
        assertThat(document().problems()).isEmpty();
    }

    @Test
    void eachOperationHasATypedAnswerAndErrors() {
        JsonObject paths = house.api.schema().object("paths").orElseThrow();
        for (String path : paths.members().keySet()) {
            JsonObject item = paths.object(path)
                    .orElseThrow()
                    .without("parameters")
                    .without("x-model")
                    .without("x-reference")
                    .without("x-key");
            for (String method : item.members().keySet()) {
                JsonObject responses = item.object(method)
                        .flatMap(operation -> operation.object("responses"))
                        .orElseThrow();
                for (String status : responses.members().keySet()) {
                    JsonObject response = responses.object(status).orElseThrow();
                    assertThat(response.has("content"))
                            .as("%s %s %s", method, path, status)
                            .isEqualTo(!status.equals("204"));
                }
            }
        }
    }

    @Test
    void operationsHaveNamesOfTheirOwn() {
        JsonObject paths = house.api.schema().object("paths").orElseThrow();
        Set<String> names = new TreeSet<>();
        paths.members().keySet().stream()
                .flatMap(path -> paths.object(path).orElseThrow().members().values().stream())
                .filter(JsonObject.class::isInstance)
                .map(operation -> ((JsonObject) operation).text("operationId").orElseThrow())
                .forEach(name -> assertThat(names.add(name)).as(name).isTrue());
    }

    @Test
    void collectionsSayWhatTheirObjectsAreCalledAndFoundBy() {
        JsonObject paths = house.api.schema().object("paths").orElseThrow();
        assertThat(paths.object("/flows/instances/").orElseThrow())
                .extracting(item -> item.text("x-reference"), item -> item.text("x-key"))
                .containsExactly(Optional.of("flow"), Optional.of("slug"));
        assertThat(paths.object("/core/tokens/").orElseThrow().text("x-key")).contains("identifier");
        assertThat(paths.object("/crypto/signingkeys/").orElseThrow().text("x-reference"))
                .contains("key");
        assertThat(paths.object("/stages/tea/").orElseThrow().text("x-reference"))
                .contains("stage");
        assertThat(paths.object("/core/users/").orElseThrow())
                .extracting(item -> item.text("x-model"), item -> item.text("x-key"))
                .containsExactly(Optional.of("user"), Optional.of("pk"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "core/users",
                "core/groups",
                "core/tokens",
                "core/applications",
                "core/brands",
                "flows/instances",
                "flows/bindings",
                "policies/bindings",
                "policies/all",
                "policies/taste",
                "stages/all",
                "stages/tea",
                "providers/all",
                "providers/oauth2",
                "crypto/signingkeys",
                "events/events",
                "plugins"
            })
    void eachListIsAsDescribed(String path) {
        create("core/users", JsonObject.of("username", "ada").with("email", "ada@example.org"));
        create("core/groups", JsonObject.of("name", "staff"));
        create("core/tokens", token());
        create("crypto/signingkeys", JsonObject.of("name", "k").with("algorithm", "ES256"));

        JsonObject list = house.list(path, "superuser_full_list=true");

        assertThat(list.objects("results")).isNotEmpty();
        document().assertAnswers("get", "/" + path + "/", "200", list);
        JsonObject item = house.api
                .schema()
                .object("components")
                .flatMap(components -> components.object("schemas"))
                .flatMap(schemas -> schemas.object(name(path)))
                .orElseThrow();
        list.objects("results").forEach(object -> document().assertValid(item, object));
    }

    @Test
    void whatIsCreatedReadAndChangedIsAsDescribed() {
        JsonObject user = create("core/users", JsonObject.of("username", "ada"));
        JsonObject group = create("core/groups", JsonObject.of("name", "staff"));
        create("core/tokens", token());
        JsonObject key = create("crypto/signingkeys", JsonObject.of("name", "k").with("algorithm", "ES256"));
        create("stages/tea", JsonObject.of("name", "two").with("cups", "3"));

        for (JsonObject made : List.of(user, group, key)) {
            String path = made == user ? "core/users" : made == group ? "core/groups" : "crypto/signingkeys";
            String pk = made.get("pk").orElseThrow().toString();
            document()
                    .assertAnswers("get", "/" + path + "/{key}/", "200", house.api.retrieve(house.caller(), path, pk));
        }
        Response rotated = house.api.act(
                house.caller(), "crypto/signingkeys", key.text("pk").orElseThrow(), "rotate", JsonObject.empty());
        document().assertAnswers("post", "/crypto/signingkeys/{key}/rotate/", "200", (JsonObject) rotated.getEntity());
        document()
                .assertAnswers("get", "/core/users/me/", "200", house.api.retrieve(house.caller(), "core/users", "me"));
    }

    @Test
    void whatChangesAPluginIsAsDescribed() throws IOException {
        Document document = document();
        for (String version : List.of("1.0.0", "1.1.0")) {
            Response answer = upload(version);
            document.assertAnswers(
                    "post", "/plugins/", String.valueOf(answer.getStatus()), (JsonObject) answer.getEntity());
        }
        document.assertAnswers("post", "/plugins/", "200", (JsonObject)
                upload("1.2.0", "canary=share=10").getEntity());
        JsonObject fault = JsonObject.of("version", "1.1.0").with("reason", "It hung.");
        for (String action : List.of("promote", "rollback", "quarantine", "release")) {
            Response answer = house.api.actOnPlugin(house.caller(), RecordingLifecycle.PLUGIN, action, fault);
            document.assertAnswers("post", "/plugins/{key}/" + action + "/", "200", (JsonObject) answer.getEntity());
        }
        JsonObject body = house.api
                .schema()
                .object("paths")
                .flatMap(paths -> paths.object("/plugins/"))
                .flatMap(path -> path.object("post"))
                .flatMap(post -> post.object("requestBody"))
                .flatMap(request -> request.object("content"))
                .orElseThrow();
        assertThat(body.members()).containsOnlyKeys("application/java-archive", "application/octet-stream");
    }

    private Response upload(String version, String... query) throws IOException {
        return house.api.upload(
                house.caller(), false, House.uri(query), new ByteArrayInputStream(RecordingLifecycle.jar(version)));
    }

    @Test
    void problemsAreAsDescribed() {
        document().assertValid(Problem.schema(), new Problem(404, "common/not-found", "There is none.").show());
    }

    private JsonObject create(String path, JsonObject fields) {
        JsonObject made =
                (JsonObject) house.api.create(house.caller(), path, fields).getEntity();
        document().assertAnswers("post", "/" + path + "/", "201", made);
        return made;
    }

    private static JsonObject token() {
        return JsonObject.of("identifier", "ci").with("expires", "2030-01-31T12:00:00Z");
    }

    private static String name(String path) {
        StringBuilder name = new StringBuilder();
        for (String part : path.split("/")) {
            name.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
        }
        return name.toString();
    }
}
