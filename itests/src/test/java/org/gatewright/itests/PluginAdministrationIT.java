package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Command;
import org.gatewright.itests.support.Condition;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.OneStageFlow;
import org.gatewright.itests.support.StageBundle;
import org.gatewright.itests.support.Visitor;
import org.gatewright.json.JsonText;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Administrators follow changes of plug-ins, read their lines in the log, and export what belongs to them. */
class PluginAdministrationIT {

    private static final int MOST = 2 << 20;

    @TempDir
    private static Path folder;

    private static Distribution server;
    private static Administrator administrator;

    @BeforeAll
    static void start() {
        server = Distribution.unpack()
                .withAdministrator()
                .with("GATEWRIGHT_PLUGINS__MAX_ARTIFACT", String.valueOf(MOST))
                .start();
        administrator = new Administrator(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void uninstall() {
        server.command("plugin-uninstall", StageBundle.ID);
    }

    @Test
    void showsTheStepsOfAnUploadAndRefusesOneThatIsTooLarge() throws Exception {
        Path jar = StageBundle.release(folder, "2.0.0", "Say the steps");
        String id = UUID.randomUUID().toString();

        assertThat(administrator.uploadAs(jar, "operation=" + id).statusCode()).isBetween(200, 201);
        JsonObject operation = administrator.get("core/plugin_operations/" + id + "/");

        assertThat(operation.text("state")).contains("done");
        assertThat(operation.objects("steps"))
                .extracting(step -> step.text("name").orElseThrow())
                .containsSubsequence("read", "kept", "running", "tried", "decided", "switched");
        assertThat(server.command("plugin-update", jar.toString()))
                .contains("read\n", "version 2.0.0 is active, as before");
        Path large = Files.write(folder.resolve("large.jar"), new byte[MOST + 1]);
        HttpResponse<String> refused = administrator.uploadAs(large, "check=true");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(413);
        assertThat(JsonText.read(refused.body()).text("detail").orElse("")).contains("longer than " + MOST + " bytes");
    }

    @Test
    void exportsWhatBelongsToAnAbsentPluginAndTakesItBack() throws Exception {
        Path jar = StageBundle.release(folder, "3.0.0", "Say the export");
        assertThat(administrator.upload(jar).statusCode()).isBetween(200, 201);
        OneStageFlow.magicWord(administrator);
        server.command("plugin-uninstall", StageBundle.ID);
        Path file = folder.resolve("gatewright.yaml");

        server.command("blueprint-export", file.toString());

        String blueprint = Files.readString(file);
        assertThat(blueprint).contains("gatewright.stage.magic_word", "name: the word", "gatewright.flowstagebinding");
        assertThat(administrator.text("managed/blueprints/export/")).isEqualTo(blueprint);
        Command without = server.tryCommand("blueprint-apply", file.toString());
        assertThat(without.exitCode()).as(without.output()).isEqualTo(1);
        assertThat(without.output()).contains("“magic_word” is not installed");
        Command missing = server.tryCommand("blueprint-apply", file + ".absent");
        assertThat(missing.exitCode()).as(missing.output()).isEqualTo(1);
        assertThat(missing.output()).contains("There is no file").doesNotContain("Exception");
        assertThat(administrator.upload(jar).statusCode()).isEqualTo(201);
        assertThat(server.command("blueprint-apply", file.toString())).contains("is applied");
        assertThat(administrator.text("managed/blueprints/export/")).isEqualTo(blueprint);
    }

    @Test
    void theLevelOfOnePluginLetsItsLinesOutAndNoOthers() throws Exception {
        String speak = "org.slf4j.LoggerFactory.getLogger(MagicWordStage.class).debug(\"They ask for the word.\");";
        Path jar = StageBundle.misbehaving(folder, "4.0.0", speak, "");
        assertThat(administrator.upload(jar).statusCode()).isBetween(200, 201);
        OneStageFlow.create(
                administrator,
                JsonObject.of("slug", "spoken").with("designation", "authentication"),
                "magic_word",
                JsonObject.of("name", "spoken").with("word", "sesame"));
        new Visitor(server.base()).challenge("/if/flow/spoken/");
        assertThat(log()).doesNotContain("They ask for the word.");

        server.command("plugin-log", StageBundle.ID, "DEBUG");

        // the service that writes the log takes a level a moment later than it is told
        Condition.await("the line is written", Duration.ofSeconds(10), () -> {
            new Visitor(server.base()).challenge("/if/flow/spoken/");
            return log().contains("They ask for the word.");
        });
        server.command("plugin-log", StageBundle.ID, "DEFAULT");
    }

    private static String log() {
        try {
            return Files.readString(server.folder().resolve("data/log/gatewright.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
