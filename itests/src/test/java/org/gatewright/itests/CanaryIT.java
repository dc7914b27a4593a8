package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Client;
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

/** A new version is called for a part of all flows, and proves itself or goes. */
class CanaryIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PAGE = "/if/flow/word/";
    private static final String OLD = "The old words";
    private static final String NEW = "The new words";

    @TempDir
    private Path folder;

    private Distribution server;
    private Administrator administrator;
    private JsonObject flow;

    @BeforeEach
    void start() throws Exception {
        server = Distribution.unpack()
                .withAdministrator()
                .with("GATEWRIGHT_PLUGINS__CANARY_CALLS", "9")
                .with("GATEWRIGHT_PLUGINS__CANARY_PROMOTE_CALLS", "0")
                .with("GATEWRIGHT_PLUGINS__CANARY_PROMOTE_MINUTES", "0")
                .start();
        administrator = new Administrator(server);
        StageBundle.deploy(StageBundle.release(folder, "1.0.0", OLD), server);
        Condition.await(() -> "1.0.0 is active: " + plugins(), SOON, () -> state("1.0.0")
                .equals(Optional.of("active")));
        flow = OneStageFlow.magicWord(administrator).flow();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aShareOfFlowsGetsTheNewVersionUntilItIsPromoted() throws Exception {
        administrator.canary(StageBundle.release(folder, "2.0.0", NEW), "share=50");
        assertThat(state("1.0.0")).hasValue("active");
        assertThat(state("2.0.0")).hasValue("canary");

        int fresh = 0;
        for (int i = 0; i < 60; i++) {
            Visitor visitor = new Visitor(server.base());
            String words = words(visitor, PAGE);
            assertThat(words(visitor, PAGE)).as("the same flow").isEqualTo(words);
            fresh += words.equals(NEW) ? 1 : 0;
        }
        assertThat(fresh).isBetween(12, 48);
        JsonObject canary = version("2.0.0").orElseThrow().object("canary").orElseThrow();
        assertThat(canary.text("audience")).hasValue("share=50");
        assertThat(canary.objects("types").get(0).text("type")).hasValue("stages/magic_word");

        Visitor old = begunWith(OLD);
        act("promote");
        assertThat(words(new Visitor(server.base()), PAGE)).isEqualTo(NEW);
        assertThat(words(old, PAGE)).as("begun before").isEqualTo(OLD);
    }

    @Test
    void oneApplicationAloneGetsTheNewVersionAlsoAfterARestart() throws Exception {
        Client shop = application("shop");
        Client wiki = application("wiki");
        administrator.canary(StageBundle.release(folder, "2.0.0", NEW), "application=shop");
        assertSplit(shop, wiki);

        server.restart();

        assertSplit(shop, wiki);
        assertThat(version("2.0.0").orElseThrow().object("canary").flatMap(canary -> canary.text("audience")))
                .hasValue("application=shop");
        act("rollback");
        assertThat(words(new Visitor(server.base()), page(shop))).isEqualTo(OLD);
    }

    @Test
    void aWorseVersionIsFallenBackFromByItself() throws Exception {
        administrator.canary(StageBundle.failing(folder, "2.0.0"), "share=99");

        Condition.await(() -> "the canary ends: " + plugins(), SOON, () -> {
            new Visitor(server.base()).challenge(PAGE);
            return !state("2.0.0").equals(Optional.of("canary"));
        });

        assertThat(words(new Visitor(server.base()), PAGE)).isEqualTo(OLD);
        JsonObject event =
                administrator.list("events/events/?action=plugin_fell_back").get(0);
        assertThat(event.object("context").flatMap(context -> context.text("reason")))
                .hasValueSatisfying(reason -> assertThat(reason).contains("stages/magic_word", "failed"));
    }

    private void assertSplit(Client shop, Client wiki) {
        for (int i = 0; i < 5; i++) {
            assertThat(words(new Visitor(server.base()), page(shop))).isEqualTo(NEW);
            assertThat(words(new Visitor(server.base()), page(wiki))).isEqualTo(OLD);
            assertThat(words(new Visitor(server.base()), PAGE)).isEqualTo(OLD);
        }
    }

    /** Pages belong to the browser that began: the visitor opens the address of the application itself. */
    private String words(Visitor visitor, String address) {
        String page = address.startsWith("/application/")
                ? visitor.get(address).headers().firstValue("Location").orElseThrow()
                : address;
        return visitor.challenge(page).objects("fields").get(0).text("label").orElse("");
    }

    private static String page(Client client) {
        return client.authorize(Map.of());
    }

    private Visitor begunWith(String words) {
        for (int i = 0; i < 100; i++) {
            Visitor visitor = new Visitor(server.base());
            if (words(visitor, PAGE).equals(words)) {
                return visitor;
            }
        }
        throw new AssertionError("no flow begins with " + words);
    }

    private Client application(String slug) {
        return Client.register(
                administrator,
                slug,
                "http://localhost:5000/cb",
                JsonObject.of("authentication_flow", flow.text("pk").orElseThrow()));
    }

    private void act(String action) {
        HttpResponse<String> answer =
                administrator.send("POST", "plugins/" + StageBundle.ID + "/" + action + "/", JsonObject.empty());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private Optional<String> state(String version) {
        return version(version).flatMap(plugin -> plugin.text("state"));
    }

    private Optional<JsonObject> version(String version) {
        return plugins().stream()
                .filter(plugin -> plugin.text("version").equals(Optional.of(version)))
                .findFirst();
    }

    private List<JsonObject> plugins() {
        return administrator.list("plugins/?page_size=100").stream()
                .filter(plugin -> plugin.text("pk").equals(Optional.of(StageBundle.ID)))
                .toList();
    }
}
