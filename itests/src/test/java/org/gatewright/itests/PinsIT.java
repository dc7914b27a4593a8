package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
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

/** A flow ends on the versions that it began with, and goes on with the next one if it takes too long. */
class PinsIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PAGE = "/if/flow/word/";

    @TempDir
    private Path folder;

    private Distribution server;
    private Administrator administrator;

    @BeforeEach
    void start() {
        server = Distribution.unpack()
                .withAdministrator()
                .with("GATEWRIGHT_PLUGINS__DRAIN", "10")
                .start();
        administrator = new Administrator(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aFlowEndsOnTheVersionItBeganWith() throws Exception {
        release("1.0.0", "The first words");
        OneStageFlow.magicWord(administrator);
        Visitor quick = begun("The first words");
        Visitor slow = begun("The first words");

        release("2.0.0", "The second words");
        begun("The second words");
        assertThat(words(quick)).isEqualTo("The first words");
        assertThat(quick.answer(PAGE, JsonObject.of("word", "sesame")).text("component"))
                .contains("xak-flow-redirect");

        Condition.await(() -> "the first version has ended: " + state("1.0.0"), SOON, () -> state("1.0.0")
                .filter(state -> !state.equals("gone"))
                .isEmpty());
        assertThat(words(slow)).as("after the deadline").isEqualTo("The second words");
        assertThat(slow.answer(PAGE, JsonObject.of("word", "sesame")).text("component"))
                .contains("xak-flow-redirect");
    }

    private Visitor begun(String words) {
        Visitor visitor = new Visitor(server.base());
        assertThat(words(visitor)).isEqualTo(words);
        return visitor;
    }

    private static String words(Visitor visitor) {
        return visitor.challenge(PAGE).objects("fields").get(0).text("label").orElse("");
    }

    private void release(String version, String words) throws Exception {
        StageBundle.deploy(StageBundle.release(folder, version, words), server);
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
