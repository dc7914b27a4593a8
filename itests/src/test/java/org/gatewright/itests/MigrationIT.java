package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Condition;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.OneStageFlow;
import org.gatewright.itests.support.StageBundle;
import org.gatewright.itests.support.Visitor;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release whose settings have another shape comes and goes, and each version reads its own. */
class MigrationIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PAGE = "/if/flow/word/";

    @TempDir
    private Path folder;

    private Distribution server;
    private Administrator administrator;
    private String stage;

    @BeforeEach
    void start() throws Exception {
        server = Distribution.unpack().withAdministrator().start();
        administrator = new Administrator(server);
        deploy(StageBundle.release(folder, "1.0.0", "Say it"), "1.0.0");
        stage = "stages/magic_word/" + OneStageFlow.magicWord(administrator).stage() + "/";
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void eachVersionReadsItsOwnShapeThroughUpdateRestartAndRollBack() throws Exception {
        Visitor old = begun();
        deploy(StageBundle.reshaped(folder, "2.0.0", ""), "2.0.0");

        assertThat(settings().texts("words")).containsExactly("sesame");
        assertThat(passes(begun(), "sesame")).isTrue();
        assertThat(passes(old, "sesame")).as("begun before the update").isTrue();

        administrator.change(stage, JsonObject.of("words", List.of("sesame", "please")));
        assertThat(passes(begun(), "please")).isTrue();
        server.restart();
        assertThat(passes(begun(), "please")).as("after a restart").isTrue();

        administrator.act("plugins/" + StageBundle.ID + "/rollback/", JsonObject.empty());
        assertThat(settings().text("word")).hasValue("sesame");
        assertThat(passes(begun(), "sesame")).isTrue();
        assertThat(passes(begun(), "please")).isFalse();

        deploy(StageBundle.reshaped(folder, "2.1.0", ""), "2.1.0");
        assertThat(passes(begun(), "please")).as("nothing was lost").isTrue();
    }

    @Test
    void aCanaryReadsTheNewShapeBesideTheOldOne() throws Exception {
        administrator.canary(StageBundle.reshaped(folder, "2.0.0", ""), "share=50");
        for (int i = 0; i < 20; i++) {
            assertThat(passes(begun(), "sesame")).isTrue();
        }
        administrator.change(stage, JsonObject.of("word", "please"));
        for (int i = 0; i < 20; i++) {
            assertThat(passes(begun(), "please")).isTrue();
        }
    }

    @Test
    void aVersionThatCannotBringTheSettingsAlongIsRefused() throws Exception {
        Path broken = StageBundle.reshaped(
                folder, "2.0.0", "if (fromVersion == 1) { throw new IllegalStateException(\"There is no way.\"); }");
        HttpResponse<String> answer = administrator.upload(broken);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("the word", "from version 1 to version 2", "There is no way.");
        assertThat(state("1.0.0")).hasValue("active");
        assertThat(passes(begun(), "sesame")).isTrue();
    }

    private JsonObject settings() {
        return administrator.get(stage);
    }

    private Visitor begun() {
        Visitor visitor = new Visitor(server.base());
        visitor.challenge(PAGE);
        return visitor;
    }

    private static boolean passes(Visitor visitor, String word) {
        return visitor.answer(PAGE, JsonObject.of("word", word))
                .text("component")
                .equals(Optional.of("xak-flow-redirect"));
    }

    private void deploy(Path jar, String version) throws Exception {
        StageBundle.deploy(jar, server);
        Condition.await(() -> version + " is active: " + state(version), SOON, () -> state(version)
                .equals(Optional.of("active")));
    }

    private Optional<String> state(String version) {
        return administrator.list("plugins/?page_size=100").stream()
                .filter(plugin -> plugin.text("pk").equals(Optional.of(StageBundle.ID))
                        && plugin.text("version").equals(Optional.of(version)))
                .findFirst()
                .flatMap(plugin -> plugin.text("state"));
    }
}
