package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Condition;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.Footprint;
import org.gatewright.itests.support.PluginCopy;
import org.gatewright.itests.support.Rush;
import org.gatewright.itests.support.StageBundle;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins are swapped while people sign in without pause, and nobody notices. */
class SwapIT {

    private static final int CLIENTS = 16;
    private static final int DRAIN = 5;
    private static final int SWAPS_OF_ONE = 6;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("gatewright.swap.seconds", 60));
    private static final int TIMES = Integer.getInteger("gatewright.swap.times", SWAPS_OF_ONE);

    /** What is filled once and then stays, such as caches and pools of threads; one plug-in that leaks is more in no time. */
    private static final int MEGABYTES = 40;

    private static final int THREADS = 20;
    private static final List<String> PLUGINS = List.of(
            "org.gatewright.stages.password",
            "org.gatewright.protocols.oauth2",
            "org.gatewright.protocols.saml",
            PluginCopy.SAMPLE,
            "org.gatewright.stages.identification",
            "org.gatewright.credentials.argon2id",
            "org.gatewright.stages.userlogin",
            "org.gatewright.credentials.internal");

    @TempDir
    private Path folder;

    /** Milliseconds. */
    private final LongSummaryStatistics durations = new LongSummaryStatistics();

    private Distribution server;
    private Administrator administrator;
    private Rush rush;

    @BeforeEach
    void start() throws Exception {
        server = Distribution.unpack()
                .withAdministrator()
                .withCheapHashing()
                .with("GATEWRIGHT_PLUGINS__DRAIN", String.valueOf(DRAIN))
                .start();
        administrator = new Administrator(server);
        update(PluginCopy.SAMPLE, "1.0.0");
        guardSignInByOfficeHours();
    }

    /** The office is always open, but the policy fails closed: without it nobody signs in. */
    private void guardSignInByOfficeHours() {
        JsonObject always = JsonObject.of("name", "always")
                .with(
                        "days",
                        Stream.of(DayOfWeek.values())
                                .map(day -> day.name().toLowerCase(Locale.ROOT))
                                .toList())
                .with("from", "00:00")
                .with("to", "24:00");
        String policy = administrator
                .create("policies/office_hours/", always)
                .text("pk")
                .orElseThrow();
        String flow = administrator.list("flows/instances/?slug=default-authentication-flow").stream()
                .findFirst()
                .flatMap(found -> found.text("pk"))
                .orElseThrow();
        administrator.create(
                "policies/bindings/",
                JsonObject.of("target", flow).with("policy", policy).with("order", 0L));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void nobodyNoticesThatPluginsAreSwapped() throws Exception {
        Footprint before = Footprint.of(server);
        int swaps = 0;
        try (Rush running = new Rush(server, CLIENTS)) {
            rush = running;
            long end = System.nanoTime() + LENGTH.toNanos();
            while (System.nanoTime() < end || swaps < TIMES) {
                String plugin = PLUGINS.get(swaps / SWAPS_OF_ONE % PLUGINS.size());
                swap(plugin, swaps++);
                int reached = rush.signIns();
                Condition.await(
                        () -> "somebody signs in after the swap: " + rush.summary(),
                        SOON,
                        () -> rush.signIns() > reached + CLIENTS);
                assertThat(rush.failures())
                        .as("after swap %d, of %s", swaps, plugin)
                        .isEmpty();
            }
            System.out.println("swaps: " + swaps + ", " + rush.summary() + ", from drop to active " + durations);
        }
        Condition.await("the old versions have ended", Duration.ofSeconds(60), this::onlyOneOfEachRuns);
        Footprint after = Footprint.of(server);
        System.out.println("before: " + before + ", after: " + after);
        assertThat(after.classLoaders())
                .as("class loaders: one more for each replaced plug-in, and what is loaded late")
                .isLessThanOrEqualTo(before.classLoaders() + 2 * PLUGINS.size());
        assertThat(after.megabytes()).as("megabytes").isLessThanOrEqualTo(before.megabytes() + MEGABYTES);
        assertThat(after.threads())
                .as("threads, which are %s", after.threadsByName())
                .isLessThanOrEqualTo(before.threads() + THREADS);
    }

    /** Two updates, then back, then the version that is active is cut off and let in again, then a canary that is promoted, then one that is fallen back from. */
    private void swap(String plugin, int number) throws Exception {
        switch (number % SWAPS_OF_ONE) {
            case 2 -> act(plugin, "rollback", JsonObject.empty());
            case 3 -> {
                JsonObject version = JsonObject.of("version", active(plugin));
                act(plugin, "quarantine", version.with("reason", "It is only a test."));
                act(plugin, "release", version);
                assertThat(active(plugin)).isEqualTo(version.text("version").orElseThrow());
            }
            case 4 -> {
                canary(plugin, number);
                act(plugin, "promote", JsonObject.empty());
                assertThat(active(plugin)).isEqualTo("2.0." + number);
            }
            case 5 -> {
                String before = active(plugin);
                canary(plugin, number);
                act(plugin, "rollback", JsonObject.empty());
                assertThat(active(plugin)).isEqualTo(before);
            }
            default -> update(plugin, "2.0." + number);
        }
    }

    /** Half of all goes to the next release, until some have signed in. */
    private void canary(String plugin, int number) {
        administrator.canary(PluginCopy.write(server, plugin, "2.0." + number, folder), "share=50");
        int reached = rush.signIns();
        Condition.await(
                () -> "somebody signs in beside a canary: " + rush.summary(),
                SOON,
                () -> rush.signIns() > reached + CLIENTS);
    }

    private void act(String plugin, String action, JsonObject fields) {
        HttpResponse<String> answer = administrator.send("POST", "plugins/" + plugin + "/" + action + "/", fields);
        assertThat(answer.statusCode())
                .as(action + " " + plugin + ": " + answer.body())
                .isEqualTo(200);
    }

    private String active(String plugin) {
        return versions(plugin).stream()
                .filter(SwapIT::isActive)
                .findFirst()
                .flatMap(one -> one.text("version"))
                .orElseThrow();
    }

    private void update(String plugin, String version) throws Exception {
        Path copy = PluginCopy.write(server, plugin, version, folder);
        long dropped = System.nanoTime();
        StageBundle.deploy(copy, server);
        Condition.await(
                () -> plugin + " " + version + " is active: " + versions(plugin), SOON, () -> versions(plugin).stream()
                        .anyMatch(one -> one.text("version").equals(Optional.of(version)) && isActive(one)));
        durations.accept((System.nanoTime() - dropped) / 1_000_000);
        for (Path old : Files.newDirectoryStream(server.folder().resolve("deploy"), plugin + "-*.jar")) {
            if (!old.getFileName().equals(copy.getFileName())) {
                Files.delete(old);
            }
        }
    }

    private boolean onlyOneOfEachRuns() {
        return PLUGINS.stream()
                .allMatch(plugin -> versions(plugin).stream()
                                .filter(one -> !one.text("state").equals(Optional.of("gone")))
                                .count()
                        == 1);
    }

    private List<JsonObject> versions(String plugin) {
        return administrator.list("plugins/?page_size=100").stream()
                .filter(one -> one.text("pk").equals(Optional.of(plugin)))
                .toList();
    }

    private static boolean isActive(JsonObject plugin) {
        return plugin.text("state").equals(Optional.of("active"));
    }
}
