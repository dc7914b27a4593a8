package org.gatewright.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.Response;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.plugins.ArtifactDigest;
import org.gatewright.port.plugins.PluginInfo;
import org.gatewright.port.plugins.VersionState;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.ErrorCode;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.store.DocumentCollection;
import org.gatewright.spi.store.DocumentDraft;
import org.gatewright.testkit.port.RecordingLifecycle;
import org.junit.jupiter.api.Test;

/** Plug-ins come, change and go through the API. */
class PluginsTest {

    private static final String ECHO = RecordingLifecycle.PLUGIN;
    private static final JsonObject NOTHING = JsonObject.empty();
    private static final JsonObject VERSION = JsonObject.of("version", "1.1.0");
    private static final JsonObject FAULT = VERSION.with("reason", "It hung.");

    private final House house = new House();

    private static InputStream jar(String version) {
        return new ByteArrayInputStream(RecordingLifecycle.jar(version));
    }

    private Response upload(String version) throws IOException {
        return house.api.upload(house.caller(), false, House.uri(), jar(version));
    }

    private JsonObject act(String action, JsonObject body) {
        return (JsonObject)
                house.api.actOnPlugin(house.caller(), ECHO, action, body).getEntity();
    }

    private static void refuses(ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(GatewrightException.class)
                .isThrownBy(call)
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(code));
    }

    @Test
    void installsAndUpdates() throws IOException {
        house.grant("add", "plugin");

        Response installed = upload("1.0.0");
        Response updated = upload("1.1.0");
        Response unchanged = upload("1.1.0");

        assertThat(installed.getStatus()).isEqualTo(201);
        assertThat(installed.getEntity()).isEqualTo(JsonObject.of("pk", ECHO).with("to", "1.0.0"));
        assertThat(updated.getStatus()).isEqualTo(200);
        assertThat(updated.getEntity())
                .isEqualTo(JsonObject.of("pk", ECHO).with("from", "1.0.0").with("to", "1.1.0"));
        assertThat(unchanged.getStatus()).isEqualTo(200);
    }

    @Test
    void saysWhyAJarIsRefused() {
        house.grantEverything();

        assertThatThrownBy(() -> upload("broken"))
                .isInstanceOfSatisfying(
                        GatewrightException.class, e -> assertThat(e.detail()).isEqualTo("The jar is broken."));
    }

    @Test
    void takesOnlyTheJarThatIsMeant() throws IOException {
        house.grantEverything();
        String meant = "sha256=" + ArtifactDigest.of(RecordingLifecycle.jar("1.0.0"));

        assertThat(house.api
                        .upload(house.caller(), false, House.uri(meant), jar("1.0.0"))
                        .getStatus())
                .isEqualTo(201);
        for (boolean check : new boolean[] {false, true}) {
            refuses(
                    CommonError.PLUGIN_REFUSED,
                    () -> house.api.upload(house.caller(), check, House.uri(meant), jar("1.1.0")));
            assertThatThrownBy(() -> house.api.upload(house.caller(), check, House.uri("sha256="), jar("1.1.0")))
                    .isInstanceOfSatisfying(InvalidFieldsException.class, e -> assertThat(e.fields())
                            .containsOnlyKeys("sha256"));
        }
        assertThat(house.lifecycle.calls()).containsExactly("install upload.jar");
    }

    @Test
    void anUploadCanBeFollowedAsTheOperationThatTheCallerNames() throws IOException {
        house.grant("add", "plugin").grant("view", "plugin");
        String id = "0c7ad5a2-58b5-4c1f-8d0b-3f8b9d1a2c3e";

        house.api.upload(house.caller(), false, House.uri("operation=" + id), jar("1.0.0"));
        JsonObject operation = house.api.retrieve(house.caller(), "core/plugin_operations", id);

        assertThat(operation.text("state")).hasValue("done");
        assertThat(operation.objects("steps"))
                .extracting(step -> step.text("name").orElseThrow())
                .containsExactly("kept", "switched");
        assertThatThrownBy(() -> house.api.upload(house.caller(), false, House.uri("operation=mine"), jar("1.1.0")))
                .isInstanceOfSatisfying(InvalidFieldsException.class, e -> assertThat(e.fields())
                        .containsOnlyKeys("operation"));
        refuses(CommonError.NOT_FOUND, () -> house.api.retrieve(house.caller(), "core/plugin_operations", "another"));
    }

    @Test
    void onlyWhoMaySeePluginsFollowsThem() {
        refuses(CommonError.DENIED, () -> house.api.list(house.caller(), House.uri(), "core/plugin_operations"));
    }

    @Test
    void changesVersionsInTheNameOfTheCaller() {
        house.lifecycle.running("1.1.0");
        house.grant("change", "plugin").grant("delete", "plugin");

        assertThat(act("quarantine", FAULT)).isEqualTo(JsonObject.of("pk", ECHO).with("from", "1.1.0"));
        assertThat(act("release", VERSION)).isEqualTo(JsonObject.of("pk", ECHO).with("to", "1.1.0"));
        assertThat(act("rollback", NOTHING))
                .isEqualTo(JsonObject.of("pk", ECHO).with("from", "1.1.0").with("to", "1.0.0"));
        house.api.uninstall(house.caller(), ECHO);

        assertThat(house.lifecycle.calls())
                .containsExactly("quarantine 1.1.0: It hung.", "release 1.1.0", "rollback", "uninstall");
        assertThat(house.lifecycle.actors()).extracting(Actor::user).containsOnly(Optional.of(House.USER));
    }

    @Test
    void setsAndShowsHowMuchAPluginLogs() {
        house.lifecycle.running("1.1.0");
        house.grant("change", "plugin").grant("view", "plugin");
        assertThat(house.api.plugin(house.caller(), ECHO).text("log_level")).hasValue("DEFAULT");

        assertThat(act("log_level", JsonObject.of("level", "DEBUG")))
                .isEqualTo(JsonObject.of("pk", ECHO).with("log_level", "DEBUG"));
        assertThat(house.api.plugin(house.caller(), ECHO).text("log_level")).hasValue("DEBUG");
        act("log_level", JsonObject.of("level", "DEFAULT"));
        assertThat(house.api.plugin(house.caller(), ECHO).text("log_level")).hasValue("DEFAULT");
        assertThat(house.lifecycle.calls()).containsExactly("log DEBUG", "log DEFAULT");
        assertThat(house.lifecycle.actors()).extracting(Actor::user).containsOnly(Optional.of(House.USER));
    }

    @Test
    void setsNoLevelThatThereIsNot() {
        house.lifecycle.running("1.1.0");
        house.grantEverything();

        for (JsonObject body : new JsonObject[] {
            NOTHING, JsonObject.of("level", "LOUD"), JsonObject.of("level", " "), JsonObject.of("level", 7)
        }) {
            assertThatThrownBy(() -> act("log_level", body))
                    .isInstanceOfSatisfying(InvalidFieldsException.class, e -> assertThat(e.fields())
                            .containsOnlyKeys("level"));
        }
        JsonObject debug = JsonObject.of("level", "DEBUG");
        refuses(CommonError.NOT_FOUND, () -> house.api.actOnPlugin(house.caller(), "other", "log_level", debug));
        assertThat(house.lifecycle.calls()).isEmpty();
    }

    @Test
    void namesTheFieldThatIsMissing() {
        house.lifecycle.running("1.1.0");
        house.grantEverything();

        for (JsonObject body : new JsonObject[] {NOTHING, VERSION, VERSION.with("reason", " ")}) {
            assertThatThrownBy(() -> act("quarantine", body)).isInstanceOf(InvalidFieldsException.class);
        }
        assertThatThrownBy(() -> act("release", NOTHING)).isInstanceOf(InvalidFieldsException.class);
        assertThat(house.lifecycle.calls()).isEmpty();
    }

    @Test
    void knowsNoOtherPluginAndNoOtherAction() {
        house.lifecycle.running("1.1.0");
        house.grantEverything();

        refuses(CommonError.NOT_FOUND, () -> house.api.uninstall(house.caller(), "other"));
        refuses(CommonError.NOT_FOUND, () -> house.api.actOnPlugin(house.caller(), "other", "rollback", NOTHING));
        refuses(CommonError.NOT_FOUND, () -> act("explode", NOTHING));
    }

    @Test
    void deniesEachChangeByDefault() {
        house.lifecycle.running("1.1.0");
        house.grant("view", "plugin");

        deniesEverything(house.caller());
        deniesEverything(house.nobody());
    }

    @Test
    void deniesWhoHasNotSignedInWhateverIsGranted() {
        house.lifecycle.running("1.1.0");
        house.grantEverything();

        deniesEverything(house.nobody());
    }

    @Test
    void asksForThePermissionOfEachChange() {
        house.lifecycle.running("1.1.0");
        house.grant("change", "plugin");

        refuses(CommonError.DENIED, () -> upload("1.2.0"));
        refuses(CommonError.DENIED, () -> house.api.uninstall(house.caller(), ECHO));
        house.grant("add", "plugin").grant("delete", "plugin");
        house.api.uninstall(house.caller(), ECHO);

        assertThat(house.lifecycle.calls()).containsExactly("uninstall");
    }

    @Test
    void showsTheActiveVersionOfSeveral() {
        house.grantEverything();
        house.catalogue
                .list(new PluginInfo(ECHO, "Echo", "1.0.0", 7, VersionState.DRAINING, "Replaced."))
                .list(new PluginInfo(ECHO, "Echo", "1.1.0", 8, VersionState.ACTIVE, ""));

        assertThat(house.api.plugin(house.caller(), ECHO).text("version")).hasValue("1.1.0");
        assertThat(house.list("plugins").objects("results"))
                .extracting(row -> row.text("pk").orElseThrow())
                .containsExactly(ECHO, ECHO);
    }

    @Test
    void looksAtAJarAndChangesNothing() throws IOException {
        house.grant("add", "plugin");

        Response good = house.api.upload(house.caller(), true, House.uri(), jar("1.0.0"));
        Response bad = house.api.upload(house.caller(), true, House.uri(), jar("broken"));

        assertThat(good.getStatus()).isEqualTo(200);
        assertThat((JsonObject) good.getEntity()).satisfies(report -> {
            assertThat(report.text("pk")).hasValue(ECHO);
            assertThat(report.text("digest")).hasValue("d1.0.0");
            assertThat(report.objects("signers").get(0).bool("trusted")).hasValue(true);
            assertThat(report.objects("permissions").get(0).texts("limits")).containsExactly("api.example.com:443");
            assertThat(report.objects("sboms").get(0).integer("count")).hasValue(1L);
            assertThat(report.texts("problems")).isEmpty();
        });
        assertThat(bad.getStatus()).isEqualTo(200);
        assertThat(((JsonObject) bad.getEntity()).texts("problems")).containsExactly("The jar is broken.");
        assertThat(house.lifecycle.calls()).isEmpty();
    }

    @Test
    void showsVersionsThatAreKeptAndTheArtifact() {
        house.grantEverything();
        house.lifecycle.running("1.1.0");
        house.catalogue.list(new PluginInfo(ECHO, "Echo", "1.1.0", 8, VersionState.ACTIVE, ""));

        JsonObject shown = house.api.plugin(house.caller(), ECHO);

        assertThat(shown.objects("versions"))
                .extracting(version -> version.text("version").orElseThrow())
                .containsExactly("1.1.0", "0.9.0");
        assertThat(shown.objects("versions").get(1).text("quarantined")).hasValue("It hung.");
        assertThat(shown.object("artifact").flatMap(artifact -> artifact.text("digest")))
                .hasValue("d1.1.0");
        assertThat(house.list("plugins").objects("results").get(0).has("versions"))
                .isFalse();
    }

    @Test
    void showsAPluginThatHasEnded() {
        house.grantEverything();
        house.lifecycle.running("1.1.0");

        assertThat(house.api.plugin(house.caller(), ECHO).text("state")).hasValue("gone");
    }

    @Test
    void beginsAndPromotesACanary() throws IOException {
        house.lifecycle.running("1.1.0");
        house.grant("add", "plugin").grant("change", "plugin");

        Response begun = house.api.upload(house.caller(), false, House.uri("canary=share=10"), jar("1.2.0"));

        JsonObject answer = (JsonObject) begun.getEntity();
        assertThat(begun.getStatus()).isEqualTo(200);
        assertThat(answer.text("to")).hasValue("1.1.0");
        assertThat(answer.object("canary").orElseThrow().text("audience")).hasValue("share=10");
        assertThat(act("promote", NOTHING))
                .isEqualTo(JsonObject.of("pk", ECHO).with("from", "1.1.0").with("to", "1.2.0"));
        assertThat(house.lifecycle.calls()).containsExactly("canary upload.jar share=10", "promote");
    }

    @Test
    void saysWhoCanGetACanary() {
        house.lifecycle.running("1.1.0");
        house.grantEverything();

        for (String audience : new String[] {"canary=share=0", "canary=everybody", "canary="}) {
            assertThatThrownBy(() -> house.api.upload(house.caller(), false, House.uri(audience), jar("1.2.0")))
                    .isInstanceOfSatisfying(InvalidFieldsException.class, e -> assertThat(e.fields())
                            .containsOnlyKeys("canary"));
        }
        assertThat(house.lifecycle.calls()).isEmpty();
    }

    @Test
    void looksAtAJarThatIsToBeACanaryAndChangesNothing() throws IOException {
        house.lifecycle.running("1.1.0");
        house.grant("add", "plugin");

        house.api.upload(house.caller(), true, House.uri("canary=share=10"), jar("1.2.0"));

        assertThat(house.lifecycle.calls()).isEmpty();
    }

    @Test
    void showsHowACanaryDoes() throws IOException {
        house.lifecycle.running("1.1.0");
        house.grantEverything();
        house.api.upload(house.caller(), false, House.uri("canary=user=alice"), jar("1.2.0"));
        house.catalogue
                .list(new PluginInfo(ECHO, "Echo", "1.1.0", 7, VersionState.ACTIVE, ""))
                .list(new PluginInfo(ECHO, "Echo", "1.2.0", 8, VersionState.CANARY, "It is called for user=alice."));

        JsonObject active = house.list("plugins").objects("results").get(0);
        JsonObject canary = house.list("plugins").objects("results").get(1);

        assertThat(active.has("canary")).isFalse();
        assertThat(canary.text("state")).hasValue("canary");
        JsonObject shown = canary.object("canary").orElseThrow();
        assertThat(shown.text("audience")).hasValue("user=alice");
        assertThat(shown.text("active")).hasValue("1.1.0");
        JsonObject echo = shown.objects("types").get(0);
        assertThat(echo.text("type")).hasValue("stages/echo");
        assertThat(echo.object("own").flatMap(own -> own.integer("calls"))).hasValue(4L);
    }

    private void deniesEverything(HttpServletRequest caller) {
        refuses(CommonError.DENIED, () -> house.api.upload(caller, false, House.uri(), jar("1.2.0")));
        refuses(CommonError.DENIED, () -> house.api.upload(caller, true, House.uri(), jar("1.2.0")));
        refuses(CommonError.DENIED, () -> house.api.uninstall(caller, ECHO));
        refuses(CommonError.DENIED, () -> house.api.actOnPlugin(caller, ECHO, "rollback", NOTHING));
        refuses(CommonError.DENIED, () -> house.api.actOnPlugin(caller, ECHO, "quarantine", FAULT));
        refuses(CommonError.DENIED, () -> house.api.actOnPlugin(caller, ECHO, "release", VERSION));
        refuses(CommonError.DENIED, () -> house.api.actOnPlugin(caller, ECHO, "promote", NOTHING));
        JsonObject debug = JsonObject.of("level", "DEBUG");
        refuses(CommonError.DENIED, () -> house.api.actOnPlugin(caller, ECHO, "log_level", debug));
        refuses(CommonError.DENIED, () -> house.api.upload(caller, false, House.uri("canary=share=1"), jar("1.2.0")));
        assertThat(house.lifecycle.calls()).isEmpty();
    }

    @Test
    void showsAndErasesDocumentsOfPluginsThatAreGoneAsWell() {
        DocumentCollection devices = DocumentCollection.named("devices");
        house.documents.of("gone").put(devices, DocumentDraft.adding("a", NOTHING));
        house.documents.of("gone").put(devices, DocumentDraft.adding("b", NOTHING));
        HttpServletRequest caller = house.caller();
        refuses(CommonError.DENIED, () -> house.list("core/plugin_documents"));
        refuses(CommonError.DENIED, () -> house.api.delete(caller, "core/plugin_documents", "gone"));
        house.grant("view", "plugindocuments");
        refuses(CommonError.DENIED, () -> house.api.delete(caller, "core/plugin_documents", "gone"));

        JsonObject shown =
                house.list("core/plugin_documents").objects("results").get(0);
        assertThat(shown.text("pk")).contains("gone");
        assertThat(shown.integer("documents")).contains(2L);
        assertThat(shown.objects("collections"))
                .containsExactly(JsonObject.of("name", "devices").with("documents", 2));

        house.grant("delete", "plugindocuments");
        house.api.delete(caller, "core/plugin_documents", "gone");
        assertThat(house.documents.erased().get("gone").user()).contains(House.USER);
        refuses(CommonError.NOT_FOUND, () -> house.api.delete(caller, "core/plugin_documents", "gone"));
    }
}
