package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Client;
import org.gatewright.itests.support.Condition;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.Load;
import org.gatewright.itests.support.OneStageFlow;
import org.gatewright.itests.support.StageBundle;
import org.gatewright.itests.support.Visitor;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release of a plug-in that misbehaves is cut off, the one before it takes over, and nobody else notices. */
class BadPluginsIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PAGE = "/if/flow/word/";
    private static final int GUESTS = 4;

    /** What the guard lets a call of a stage take; whoever waited for a bad plug-in would wait for that long. */
    private static final int SECONDS = 2;

    @TempDir
    private Path folder;

    private Distribution server;
    private Administrator administrator;
    private Client machine;

    @BeforeEach
    void start() throws Exception {
        server = Distribution.unpack()
                .withAdministrator()
                .withCheapHashing()
                .with("GATEWRIGHT_PLUGINS__DRAIN", "1")
                .with("GATEWRIGHT_GUARD__STAGE_SECONDS", String.valueOf(SECONDS))
                .start();
        administrator = new Administrator(server);
        machine = Client.register(
                administrator,
                "machine",
                "http://localhost:5001/cb",
                JsonObject.of("grant_types", List.of("client_credentials")));
        deploy("1.0.0", "", "");
        OneStageFlow.magicWord(administrator);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void oneThatSleepsForEverIsCutOff() throws Exception {
        assertCutOff("while (true) { try { Thread.sleep(Long.MAX_VALUE); } catch (InterruptedException deaf) { "
                + "if (context == null) { break; } } }");
    }

    @Test
    void oneThatAlwaysThrowsIsCutOff() throws Exception {
        assertCutOff("if (context != null) { throw new IllegalStateException(\"It is broken.\"); }");
    }

    @Test
    void oneThatTakesMemoryWildlyIsCutOff() throws Exception {
        assertCutOff("long sum = 0; for (int i = 0; i < 4000; i++) { sum += new byte[100_000 + i].length; } "
                + "if (sum < 0) { return null; }");
    }

    @Test
    void oneThatDoesNotEndIsLeftAlone() throws Exception {
        String members = "@org.osgi.service.component.annotations.Deactivate public void close() "
                + "{ while (true) { try { Thread.sleep(Long.MAX_VALUE); } catch (InterruptedException deaf) { "
                + "if (this == null) { break; } } } }";
        deploy("2.0.0", "", members);
        deploy("3.0.0", "", "");
        assertPasses();
        assertOthersAreServed();
        deploy("4.0.0", "", "");
        assertPasses();
        Condition.await(() -> "3.0.0 has ended: " + state("3.0.0"), SOON, () -> state("3.0.0")
                .filter(state -> !state.equals("gone"))
                .isEmpty());
    }

    private void assertCutOff(String statements) throws Exception {
        StageBundle.deploy(StageBundle.misbehaving(folder, "2.0.0", statements, ""), server);
        Condition.await(() -> "2.0.0 is active: " + state("2.0.0"), SOON, () -> state("2.0.0")
                .equals(Optional.of("active")));
        AtomicBoolean over = new AtomicBoolean();
        for (int i = 0; i < GUESTS; i++) {
            visitUntil(over);
        }
        try {
            assertOthersAreServed();
            Condition.await(() -> "1.0.0 takes over: " + state("1.0.0") + state("2.0.0"), SOON, () -> state("1.0.0")
                    .equals(Optional.of("active")));
        } finally {
            over.set(true);
        }
        assertPasses();
        assertThat(administrator.text("events/events/?action=plugin_quarantined"))
                .contains("2.0.0");
    }

    /** Somebody comes to the step over and over; what they see is not looked at. */
    private void visitUntil(AtomicBoolean over) {
        Thread guest = new Thread(() -> {
            while (!over.get()) {
                new Visitor(server.base()).answers("/api/v3/flows/executor/word/?query=");
            }
        });
        guest.setDaemon(true);
        guest.start();
    }

    private void assertOthersAreServed() {
        Load.Result result = Load.run(server, 2, 300, (visitor, number) -> assertThat(
                        machine.token(visitor, Map.of("grant_type", "client_credentials"))
                                .statusCode())
                .isEqualTo(200));
        System.out.println("p99 of tokens beside a bad plug-in: " + result.p99Millis() + " ms");
        assertThat(result.p99Millis()).as("milliseconds").isLessThan(SECONDS * 1000L);
    }

    private void assertPasses() {
        Visitor visitor = new Visitor(server.base());
        visitor.challenge(PAGE);
        assertThat(visitor.answer(PAGE, JsonObject.of("word", "sesame")).text("component"))
                .contains("xak-flow-redirect");
    }

    private void deploy(String version, String statements, String members) throws Exception {
        StageBundle.deploy(StageBundle.misbehaving(folder, version, statements, members), server);
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
