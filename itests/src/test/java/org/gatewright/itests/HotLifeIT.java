package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Condition;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.OneStageFlow;
import org.gatewright.itests.support.SharedServer;
import org.gatewright.itests.support.StageBundle;
import org.gatewright.itests.support.Visitor;
import org.gatewright.json.JsonText;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Plug-ins that come and go in a running server. */
class HotLifeIT {

    private static final String PAGE = "/if/flow/default-authentication-flow/";

    private static Distribution server;
    private static Administrator administrator;

    @BeforeAll
    static void start() {
        server = SharedServer.get();
        administrator = SharedServer.administrator();
    }

    @Test
    void usesAStageThatNobodyHasSeenWithoutARestart() throws Exception {
        StageBundle.deploy(StageBundle.build(Files.createTempDirectory("stage"), ""), server);
        Condition.await("the type is listed", Duration.ofSeconds(15), () -> types().contains("\"magic_word\""));
        assertThat(types()).contains("\"word\"").contains("The word");

        OneStageFlow.magicWord(administrator);

        Visitor visitor = new Visitor(server.base());
        assertThat(visitor.challenge("/if/flow/word/").objects("fields").get(0).text("label"))
                .contains("Say the magic word");
        JsonObject refused = visitor.answer("/if/flow/word/", JsonObject.of("word", "open"));
        assertThat(refused.object("response_errors").orElseThrow().has("word")).isTrue();
        JsonObject passed = visitor.answer("/if/flow/word/", JsonObject.of("word", "sesame"));
        assertThat(passed.text("component")).contains("xak-flow-redirect");
    }

    @Test
    void saysThatAStepIsNotAvailableAndGoesOnWhenItReturns() {
        Visitor visitor = new Visitor(server.base());
        visitor.challenge(PAGE);
        visitor.answer(PAGE, JsonObject.of("uid_field", Administrator.MAIL));

        server.command("bundle:stop", "org.gatewright.stages.password");
        JsonObject waiting = visitor.challenge(PAGE);
        assertThat(waiting.text("component")).contains("xak-flow-stage-unavailable");
        assertThat(waiting.text("message").orElse("")).contains("not available");

        server.command("bundle:start", "org.gatewright.stages.password");
        Condition.await("the step is back", Duration.ofSeconds(10), () -> visitor.challenge(PAGE)
                .text("component")
                .equals(Optional.of("ak-stage-password")));
        JsonObject end = visitor.answer(PAGE, JsonObject.of("password", Administrator.PASSWORD));
        assertThat(end.text("component")).as(JsonText.write(end)).contains("xak-flow-redirect");
    }

    @Test
    void listsABundleThatDoesNotResolveWithTheMissingPackage() throws Exception {
        java.nio.file.Path bundle =
                StageBundle.build(Files.createTempDirectory("broken"), "com.example.absent;version=\"[3,4)\"");
        java.nio.file.Path renamed = bundle.resolveSibling("broken.jar");
        Files.move(bundle, renamed);
        try {
            StageBundle.deploy(renamed, server);
            Condition.await("the reason is told", Duration.ofSeconds(15), () -> refused().stream()
                    .anyMatch(plugin -> plugin.text("reason").orElse("").contains("com.example.absent")));
        } finally {
            Files.deleteIfExists(server.folder().resolve("deploy/broken.jar"));
        }
    }

    @Test
    void refusesSettingsThatLostTheirAnnotations() throws Exception {
        StageBundle.deploy(StageBundle.buildWithoutAnnotations(Files.createTempDirectory("forgetful")), server);
        try {
            Condition.await("the package to import is named", Duration.ofSeconds(15), () -> refused().stream()
                    .anyMatch(plugin -> plugin.text("reason")
                            .orElse("")
                            .contains("Import-Package: org.gatewright.spi.settings,*")));
        } finally {
            Files.deleteIfExists(server.folder().resolve("deploy/forgetful.jar"));
        }
    }

    @Test
    void givesThePackagesOfOnePluginALevelInTheLog() {
        String id = "org.gatewright.stages.password";
        server.command("plugin-log", id, "DEBUG");
        try {
            assertThat(server.command("log:get", id)).containsIgnoringCase("debug");
            assertThat(JsonText.read(server.command("plugin-info", "--json", id))
                            .text("log_level"))
                    .contains("DEBUG");
        } finally {
            server.command("plugin-log", id, "DEFAULT");
        }
        assertThat(server.command("log:get", id)).doesNotContainIgnoringCase("debug");
        assertThat(server.tryCommand("plugin-log", id, "LOUD").exitCode()).isNotZero();
        assertThat(server.tryCommand("plugin-log", "com.example.unknown", "DEBUG")
                        .exitCode())
                .isNotZero();
    }

    private static String types() {
        return administrator.text("stages/types/");
    }

    private static List<JsonObject> refused() {
        return administrator.list("plugins/?page_size=100").stream()
                .filter(plugin -> plugin.text("state").equals(Optional.of("refused")))
                .toList();
    }
}
