package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Browser;
import org.gatewright.itests.support.Condition;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.OneStageFlow;
import org.gatewright.itests.support.PageBundle;
import org.gatewright.itests.support.SharedServer;
import org.gatewright.itests.support.StageBundle;
import org.gatewright.itests.support.Visitor;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plug-in that brings a page: shown by a real browser, replaced in the middle of a flow, and served to nobody in any other way. */
class PluginPagesIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String FLOW = "/if/flow/magic/";
    private static final String FILES = "/plugins/" + PageBundle.ID + "/";
    private static final List<String> ATTACKS = List.of(
            "1.0.0/",
            "1.0.0/parts",
            "1.0.0/parts/",
            "1.0.0/page.html",
            "1.0.0/absent.js",
            "1.0.0/META-INF/MANIFEST.MF",
            "1.0.0/com/example/MagicWordStage.class",
            "1.0.0/../META-INF/MANIFEST.MF",
            "1.0.0/%2e%2e/META-INF/MANIFEST.MF",
            "1.0.0/..%2fMETA-INF%2fMANIFEST.MF",
            "1.0.0/parts%2fwords.js",
            "1.0.0/parts%5cwords.js",
            "1.0.0/parts//words.js",
            "1.0.0/./word.js",
            "1.0.0/word.js;x",
            "1.0.0/word.js%00.css",
            "1.0/word.js",
            "9.9.9/word.js",
            "../org.gatewright.ui/1.0.0/flow.html");

    private static Distribution server;
    private static Visitor visitor;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start(@TempDir Path builds) throws Exception {
        server = SharedServer.get();
        visitor = new Visitor(server.base());
        Administrator administrator = SharedServer.administrator();
        StageBundle.deploy(PageBundle.release(builds, "1.0.0", "The first words"), server);
        Condition.await("the type is there", SOON, () -> administrator
                .text("stages/types/")
                .contains("\"magic_page\""));
        OneStageFlow.create(
                administrator,
                JsonObject.of("slug", "magic").with("designation", "authentication"),
                "magic_page",
                JsonObject.of("name", "the word of the page").with("word", "sesame"));
    }

    @Test
    void aFlowKeepsThePageThatItBeganWith() throws Exception {
        Path aside = server.folder().resolve("aside.jar");
        Files.copy(PageBundle.release(folder, "2.0.0", "The second words"), aside);

        JsonObject seen = Browser.run(
                "plugin-page",
                "plugin-page-end",
                JsonObject.of("open", server.base().resolve(FLOW))
                        .with("executor", server.base().resolve(visitor.executor(FLOW)))
                        .with(
                                "pictures",
                                Path.of("target/pictures/plugin-page")
                                        .toAbsolutePath()
                                        .toString())
                        .with("word", "sesame")
                        .with(
                                "release",
                                JsonObject.of("from", aside.toString())
                                        .with(
                                                "to",
                                                server.folder()
                                                        .resolve("deploy/magicpage-2.0.0.jar")
                                                        .toString())
                                        .with("module", FILES + "2.0.0/word.js")));

        assertThat(seen.text("first")).contains("The first words");
        assertThat(seen.text("focused")).as("what the keyboard is in").contains("magic-word");
        assertThat(seen.text("refused")).contains("That is not it.");
        assertThat(seen.integer("overflow")).as("pixels too wide").contains(0L);
        assertThat(seen.text("pinned")).contains(FILES + "1.0.0/word.js");
        assertThat(seen.text("still")).contains("The first words");
        assertThat(seen.text("reloaded")).contains("The first words");
        assertThat(seen.text("second")).as("who began later").contains("The second words");
        assertThat(seen.text("form").orElse("")).as("without the module").contains("Say the magic word");
        assertThat(seen.texts("complaints")).as("of the browser").isEmpty();
    }

    /** Over HTTP/1.1, where a connection that was closed after a bad request is no error of the next one. */
    @Test
    void filesAreServedForEverAndNothingElseIs() {
        Visitor attacker = new Visitor(server.base(), HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1));
        HttpResponse<String> file = visitor.get(FILES + "1.0.0/parts/words.js");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).contains("The first words");
        assertThat(header(file, "Content-Type")).isEqualToIgnoringCase("text/javascript;charset=utf-8");
        assertThat(header(file, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(file, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(visitor.get(FILES + "1.0.0/parts/words.js", "If-None-Match", header(file, "ETag"))
                        .statusCode())
                .isEqualTo(304);
        for (String attack : ATTACKS) {
            HttpResponse<String> answer = attacker.get(server.base() + FILES + attack);
            assertThat(answer.statusCode()).as(attack).isIn(400, 404);
            assertThat(header(answer, "Cache-Control")).as(attack).doesNotContain("immutable");
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
