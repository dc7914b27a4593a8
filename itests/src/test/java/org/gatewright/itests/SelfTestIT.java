package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Command;
import org.gatewright.itests.support.Condition;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.OneStageFlow;
import org.gatewright.itests.support.StageBundle;
import org.gatewright.itests.support.Visitor;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A version of a plug-in that finds something wrong with itself, or does not come to an end of it, is refused in words, and the one before goes on. */
class SelfTestIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PAGE = "/if/flow/word/";
    private static final int SECONDS = 2;

    /** It is deaf to interrupts. */
    private static final String FOREVER = "while (true) { try { Thread.sleep(Long.MAX_VALUE); } "
            + "catch (InterruptedException deaf) { if (this == null) { break; } } } return java.util.List.of();";

    @TempDir
    private static Path folder;

    private static Distribution server;
    private static Administrator administrator;

    @BeforeAll
    static void start() throws Exception {
        server = Distribution.unpack()
                .withAdministrator()
                .withCheapHashing()
                .with("GATEWRIGHT_PLUGINS__SELF_TEST_SECONDS", String.valueOf(SECONDS))
                .start();
        administrator = new Administrator(server);
        server.command("plugin-install", release("1.0.0", finds("")).toString());
        OneStageFlow.magicWord(administrator);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void refusesAVersionThatFindsSomething() throws Exception {
        Visitor begun = new Visitor(server.base());
        begun.challenge(PAGE);
        assertRefused(
                release("2.0.0", finds("\"The list of words is empty.\"")),
                "The self-test com.example.WordsTest of " + StageBundle.ID
                        + " 2.0.0 says: The list of words is empty.");
        assertThat(begun.answer(PAGE, JsonObject.of("word", "sesame")).text("component"))
                .contains("xak-flow-redirect");
    }

    @Test
    void refusesAVersionThatThrows() throws Exception {
        assertRefused(
                release("3.0.0", "throw new IllegalStateException(\"the key is missing\");"),
                "The self-test com.example.WordsTest of " + StageBundle.ID
                        + " 3.0.0 failed: java.lang.IllegalStateException: the key is missing");
    }

    @Test
    void cutsOffASelfTestThatHangsWhileSignInsGoOn() throws Exception {
        Path jar = release("4.0.0", FOREVER);
        CompletableFuture<Command> update =
                CompletableFuture.supplyAsync(() -> server.tryCommand("plugin-update", jar.toString()));
        int passed = 0;
        while (!update.isDone()) {
            assertPasses();
            passed++;
        }
        assertThat(passed).isPositive();
        assertThat(update.join().exitCode()).isNotZero();
        assertRefused(
                jar,
                "The self-test com.example.WordsTest of " + StageBundle.ID + " 4.0.0 has not ended within " + SECONDS
                        + " seconds.");
    }

    /** By each of the three doors. */
    private static void assertRefused(Path jar, String words) throws Exception {
        Command update = server.tryCommand("plugin-update", jar.toString());
        assertThat(update.exitCode()).isNotZero();
        assertThat(oneLine(update.output())).contains(words);

        HttpResponse<String> answer = new Visitor(server.base())
                .jar("/api/v3/plugins/", jar, "Authorization", "Bearer " + Administrator.TOKEN);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(words);

        StageBundle.deploy(jar, server);
        Path dropped = server.folder().resolve("deploy").resolve(jar.getFileName());
        try {
            Condition.await("the folder's file is refused", SOON, () -> listed("refused").stream()
                    .anyMatch(plugin -> plugin.text("reason").orElse("").contains(words)));
        } finally {
            Files.delete(dropped);
        }
        assertThat(Files.readString(server.folder().resolve("data/log/gatewright.log")))
                .contains("Plug-in refused: " + StageBundle.ID, words);
        assertThat(listed("active"))
                .filteredOn(plugin -> plugin.text("pk").equals(Optional.of(StageBundle.ID)))
                .extracting(plugin -> plugin.text("version"))
                .containsExactly(Optional.of("1.0.0"));
        assertPasses();
    }

    private static Path release(String version, String statements) throws Exception {
        return StageBundle.selfTested(folder, version, statements);
    }

    private static String finds(String problem) {
        return "return java.util.List.of(" + problem + ");";
    }

    /** A terminal breaks lines where it likes. */
    private static String oneLine(String output) {
        return output.replaceAll("\\s+", " ");
    }

    private static void assertPasses() {
        Visitor visitor = new Visitor(server.base());
        visitor.challenge(PAGE);
        assertThat(visitor.answer(PAGE, JsonObject.of("word", "sesame")).text("component"))
                .contains("xak-flow-redirect");
    }

    private static List<JsonObject> listed(String state) {
        return administrator.list("plugins/?page_size=100").stream()
                .filter(plugin -> plugin.text("state").equals(Optional.of(state)))
                .toList();
    }
}
