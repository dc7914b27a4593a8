package org.gatewright.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.ws.rs.core.Response;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.error.CommonError;
import org.gatewright.rest.json.JsonArray;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.ErrorCode;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTest {

    private static final JsonObject NAMED = JsonObject.of("name", "a").with("slug", "a");

    private final House house = new House();

    private static void refuses(ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(GatewrightException.class)
                .isThrownBy(call)
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "core/users",
                "core/groups",
                "core/tokens",
                "core/brands",
                "flows/instances",
                "flows/bindings",
                "policies/bindings",
                "stages/all",
                "providers/all",
                "crypto/signingkeys",
                "events/events",
                "plugins"
            })
    void deniesEachListByDefault(String path) {
        refuses(CommonError.DENIED, () -> house.list(path));
        assertThat(house.grantEverything().list(path).has("results")).isTrue();
    }

    @Test
    void deniesEachOperationByDefault() {
        house.configuration.put(Model.FLOW, "", NAMED);
        var caller = house.caller();

        refuses(CommonError.DENIED, () -> house.api.create(caller, "flows/instances", NAMED));
        refuses(CommonError.DENIED, () -> house.api.retrieve(caller, "flows/instances", "a"));
        refuses(CommonError.DENIED, () -> house.api.replace(caller, "flows/instances", "a", NAMED));
        refuses(CommonError.DENIED, () -> house.api.change(caller, "flows/instances", "a", NAMED));
        refuses(CommonError.DENIED, () -> house.api.delete(caller, "flows/instances", "a"));
        refuses(CommonError.DENIED, () -> house.api.types(caller, "stages"));
        refuses(
                CommonError.DENIED,
                () -> house.api.act(caller, "core/users", "1", "set_password", JsonObject.of("password", "x")));
    }

    @Test
    void asksForTheOnePermissionOfEachOperation() {
        ConfigurationObject flow = house.configuration.put(Model.FLOW, "", NAMED);
        var caller = house.caller();
        house.grant("change", flow);

        house.api.change(caller, "flows/instances", "a", JsonObject.of("title", "b"));

        assertThat(house.configuration.object(flow.id()).orElseThrow().fields().text("title"))
                .hasValue("b");
        refuses(CommonError.DENIED, () -> house.api.retrieve(caller, "flows/instances", "a"));
        refuses(CommonError.DENIED, () -> house.api.delete(caller, "flows/instances", "a"));
    }

    @Test
    void deniesWhoHasNotSignedIn() {
        house.grantEverything();
        var nobody = house.nobody();

        refuses(CommonError.DENIED, () -> house.api.list(nobody, House.uri(), "core/users"));
        refuses(CommonError.DENIED, () -> house.api.list(nobody, House.uri(), "core/applications"));
        refuses(CommonError.DENIED, () -> house.api.create(nobody, "core/users", NAMED));
        refuses(CommonError.DENIED, () -> house.api.retrieve(nobody, "core/users", "me"));
        refuses(CommonError.DENIED, () -> house.api.types(nobody, "stages"));
        refuses(CommonError.DENIED, () -> house.api.index(nobody));
    }

    @Test
    void knowsNoOtherCollection() {
        house.grantEverything();

        refuses(CommonError.NOT_FOUND, () -> house.list("core/nothing"));
        refuses(CommonError.NOT_FOUND, () -> house.list("stages/unseen"));
        refuses(CommonError.NOT_FOUND, () -> house.api.create(house.caller(), "events/events", NAMED));
        refuses(CommonError.NOT_FOUND, () -> house.api.create(house.caller(), "stages/all", NAMED));
    }

    @Test
    void tellsAnybodyWhoTheyAre() {
        assertThat(house.api
                        .retrieve(house.caller(), "core/users", "me")
                        .object("user")
                        .flatMap(user -> user.text("username")))
                .hasValue("alice");
    }

    @Test
    void tellsWhatTheyMayDo() {
        house.grant("view", "user")
                .grant("reset_password", "user")
                .grant("add", "plugin")
                .grant("fly", "moon");

        assertThat(house.api
                        .retrieve(house.caller(), "core/users", "me")
                        .object("user")
                        .orElseThrow()
                        .texts("system_permissions"))
                .containsExactly("add_plugin", "reset_password_user", "view_user");
    }

    @Test
    void tellsThatTheyMayDoNothing() {
        assertThat(house.api
                        .retrieve(house.caller(), "core/users", "me")
                        .object("user")
                        .orElseThrow()
                        .texts("system_permissions"))
                .isEmpty();
    }

    @Test
    void showsTheKeyOfATokenOnce() {
        house.grantEverything();

        var created = (JsonObject) house.api
                .create(house.caller(), "core/tokens", JsonObject.of("identifier", "ci"))
                .getEntity();

        assertThat(created.text("key")).hasValue("the-key-itself");
        assertThat(house.api.retrieve(house.caller(), "core/tokens", "ci").has("key"))
                .isFalse();
        assertThat(house.list("core/tokens").objects("results")).noneMatch(token -> token.has("key"));
    }

    @Test
    void describesEachCollectionAndTypesThatNobodyHasSeen() {
        house.catalogue.install(Kind.STAGE, "tea_ceremony", new Object());
        house.configuration.schema(Model.STAGE, "tea_ceremony", "name", "cups");

        JsonObject document = house.api.schema();

        JsonObject paths = document.object("paths").orElseThrow();
        assertThat(paths.members().keySet())
                .contains(
                        "/core/users/",
                        "/core/users/{key}/",
                        "/core/users/me/",
                        "/core/users/{key}/set_password/",
                        "/core/groups/",
                        "/core/tokens/",
                        "/core/applications/",
                        "/core/brands/",
                        "/core/brands/current/",
                        "/flows/instances/",
                        "/flows/bindings/",
                        "/flows/executor/{slug}/",
                        "/policies/bindings/",
                        "/stages/all/",
                        "/providers/types/",
                        "/crypto/signingkeys/",
                        "/events/events/",
                        "/plugins/",
                        "/stages/tea_ceremony/",
                        "/stages/tea_ceremony/{key}/");
        assertThat(document.object("components")
                        .flatMap(components -> components.object("schemas"))
                        .flatMap(schemas -> schemas.object("StagesTeaCeremonyRequest"))
                        .flatMap(schema -> schema.object("properties"))
                        .orElseThrow()
                        .has("cups"))
                .isTrue();
    }

    @Test
    void listsInstalledTypesWithTheirSchemas() {
        house.grantEverything();
        house.catalogue.install(Kind.STAGE, "tea_ceremony", new Object());
        house.configuration.schema(Model.STAGE, "tea_ceremony", "cups");

        var types = (JsonArray) house.api.types(house.caller(), "stages").getEntity();

        assertThat(types.elements()).singleElement().satisfies(type -> {
            assertThat(type.text("component")).hasValue("tea_ceremony");
            assertThat(type.object("plugin").flatMap(plugin -> plugin.text("version")))
                    .hasValue("1.0.0");
            assertThat(type.object("schema")).isPresent();
        });
    }

    @Test
    void saysTypesInTheLanguageThatIsAskedFor() {
        house.grantEverything();
        house.catalogue.install(Kind.STAGE, "tea_ceremony", new Object());
        house.configuration.schema(Model.STAGE, "tea_ceremony", "cups");

        var types = (JsonArray)
                house.api.types(house.caller("de-CH;q=0.5, de"), "stages").getEntity();

        assertThat(types.elements()).singleElement().satisfies(type -> {
            assertThat(type.text("name")).hasValue("tea_ceremony auf Deutsch");
            assertThat(type.text("component")).hasValue("tea_ceremony");
        });
    }

    @Test
    void exportsTheConfigurationToWhoMay() {
        assertThatThrownBy(() -> house.api.exportBlueprint(house.caller()))
                .isInstanceOfSatisfying(
                        GatewrightException.class, e -> assertThat(e.code()).isEqualTo(CommonError.DENIED));
        house.grant("export", "blueprint");

        Response exported = house.api.exportBlueprint(house.caller());

        assertThat(exported.getEntity()).isEqualTo("version: 1\n");
        assertThat(exported.getMediaType()).hasToString("application/yaml");
    }

    @Test
    void leadsPeopleFromTheRoot() {
        var page = house.api.index(house.caller());

        assertThat(page.getEntity().toString()).contains("<a href=\"/api/v3/schema/\">", "/static/dist/rest/index.js");
        assertThat(page.getHeaderString("Content-Security-Policy"))
                .contains("default-src 'none'; script-src 'self'")
                .doesNotContain("unsafe");
        IndexPage files = new IndexPage();
        assertThat(files.find("index.js")).isPresent();
        assertThat(files.find("index.html").or(() -> files.find("../OSGI-INF/x")))
                .isEmpty();
    }
}
