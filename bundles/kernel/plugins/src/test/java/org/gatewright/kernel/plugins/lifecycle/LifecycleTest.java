package org.gatewright.kernel.plugins.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.plugins.Lease;
import org.gatewright.port.plugins.PluginLifecycle.Change;
import org.gatewright.port.plugins.PluginLifecycle.Upload;
import org.gatewright.port.plugins.VersionState;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plug-ins come, change and go in a real framework. */
class LifecycleTest {

    private static final String ECHO = "org.example.echo";
    private static final Actor ADMIN = Actor.system();

    private Workshop shop;

    @BeforeEach
    void open() throws Exception {
        shop = new Workshop();
    }

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    @Test
    void installsAPluginThatCanBeUsedAtOnce() {
        Change change = install("1.0.0");

        assertThat(change).isEqualTo(new Change(ECHO, Optional.empty(), Optional.of("1.0.0")));
        assertThat(shop.active()).contains("1.0.0");
        assertThat(shop.actions()).containsExactly("plugin_installed");
    }

    @Test
    void updatesWithoutAMomentInWhichNothingCanBeLeased() throws Exception {
        install("1.0.0");
        try (Poller poller = new Poller(shop.catalogue())) {
            for (int version = 1; version <= 10; version++) {
                install("1." + version + ".0");
            }
            assertThat(poller.failures()).isEmpty();
            assertThat(poller.leases()).isPositive();
        }
        assertThat(shop.active()).contains("1.10.0");
        shop.eventually(() -> shop.states().equals(Map.of("1.10.0", VersionState.ACTIVE)));
    }

    @Test
    void updatesAPluginThatIsKnown() {
        install("1.0.0");

        Change change = shop.lifecycle().update(ADMIN, Workshop.plugin(ECHO, "1.1.0", Map.of()));

        assertThat(change).isEqualTo(new Change(ECHO, Optional.of("1.0.0"), Optional.of("1.1.0")));
        assertThat(shop.active()).contains("1.1.0");
    }

    @Test
    void aLeaseThatIsOpenEndsOnTheVersionItHolds() throws Exception {
        install("1.0.0");
        try (Lease<Stage> lease = shop.catalogue().lease(Kind.STAGE, "echo", Stage.class)) {
            install("1.1.0");
            assertThat(shop.active()).contains("1.1.0");
            assertThat(lease.pin().version()).isEqualTo("1.0.0");
            assertThat(lease.<Boolean>call(stage -> true)).isTrue();
        }
        shop.eventually(() -> shop.states().equals(Map.of("1.1.0", VersionState.ACTIVE)));
    }

    @Test
    void changesNothingForWhatIsActiveAlready() {
        install("1.0.0");

        assertThat(install("1.0.0").isChange()).isFalse();
        assertThat(shop.actions()).containsExactly("plugin_installed");
    }

    @Test
    void refusesOtherContentUnderTheSameVersion() {
        install("1.0.0");

        assertRefused(
                () -> shop.lifecycle().install(ADMIN, Workshop.plugin(ECHO, "1.0.0", Map.of("X", "y"))),
                "Raise the Bundle-Version");
        assertThat(shop.active()).contains("1.0.0");
    }

    @Test
    void refusesWhatIsNoPlugin() {
        assertRefused(
                () -> shop.lifecycle()
                        .install(ADMIN, new Upload("notes.txt", "no jar".getBytes(StandardCharsets.UTF_8))),
                "notes.txt is no OSGi bundle");
        assertRefused(
                () -> shop.lifecycle()
                        .install(ADMIN, Workshop.jar("other.jar", Map.of("Bundle-SymbolicName", "other"))),
                "no header Gatewright-Plugin");
    }

    @Test
    void refusesAVersionThatDoesNotResolveAndKeepsTheOldOne() {
        install("1.0.0");

        assertRefused(
                () -> shop.lifecycle()
                        .install(ADMIN, Workshop.plugin(ECHO, "1.1.0", Map.of("Import-Package", "com.example.absent"))),
                "com.example.absent");
        assertKept();
    }

    @Test
    void refusesAVersionForAnotherServerAndOneThatReachesInside() {
        install("1.0.0");

        for (String imports : List.of("org.gatewright.spi.http;version=\"[9,10)\"", "org.gatewright.port.store")) {
            assertRefused(
                    () -> shop.lifecycle()
                            .install(ADMIN, Workshop.plugin(ECHO, "1.1.0", Map.of("Import-Package", imports))),
                    "server");
            assertKept();
        }
    }

    @Test
    void refusesAVersionThatDoesNotStartAndKeepsTheOldOne() {
        install("1.0.0");

        assertRefused(
                () -> shop.lifecycle().install(ADMIN, Workshop.plugin(ECHO, "1.1.0", Map.of("Fails", "yes"))),
                "1.1.0 does not start");
        assertKept();
    }

    @Test
    void refusesAVersionThatLostATypeOfWhichThereAreInstances() {
        install("1.0.0");
        shop.instancesOf("echo");

        assertRefused(
                () -> shop.lifecycle().install(ADMIN, Workshop.plugin(ECHO, "1.1.0", Map.of("Type", "other"))),
                "no longer brings the type “echo”");
        assertKept();
    }

    @Test
    void refusesAVersionThatStoredSettingsDoNotFit() {
        install("1.0.0");
        shop.misfit("“mine”: {tries=[It must be a number.]}");

        assertRefused(() -> install("1.1.0"), "“mine”");
        assertKept();
    }

    @Test
    void goesBackAndForth() {
        install("1.0.0");
        install("1.1.0");

        assertThat(shop.lifecycle().rollback(ADMIN, ECHO).to()).contains("1.0.0");
        assertThat(shop.active()).contains("1.0.0");
        assertRefused(() -> shop.lifecycle().rollback(ADMIN, ECHO), "no version of " + ECHO + " to go back to");
        install("1.1.0");
        assertThat(shop.active()).contains("1.1.0");
    }

    @Test
    void cutsOffAVersionAndTheOneBeforeTakesOver() {
        install("1.0.0");
        install("1.1.0");

        assertThat(shop.lifecycle().quarantine(ADMIN, ECHO, "1.1.0", "It hung.").to())
                .contains("1.0.0");
        assertThat(shop.active()).contains("1.0.0");
        assertRefused(() -> install("1.1.0"), "It hung.");

        assertThat(shop.lifecycle().release(ADMIN, ECHO, "1.1.0").to()).contains("1.1.0");
        assertThat(shop.active()).contains("1.1.0");
        assertThat(shop.actions()).endsWith("plugin_quarantined", "plugin_released");
    }

    @Test
    void leavesNobodyWithoutAVersionWhenOneIsCutOffOrTakenBack() throws Exception {
        install("1.0.0");
        install("1.1.0");
        try (Poller poller = new Poller(shop.catalogue())) {
            for (int round = 0; round < 5; round++) {
                shop.lifecycle().quarantine(ADMIN, ECHO, "1.1.0", "It is only a test.");
                shop.lifecycle().release(ADMIN, ECHO, "1.1.0");
                shop.lifecycle().rollback(ADMIN, ECHO);
                install("1.1.0");
            }
            assertThat(poller.failures()).isEmpty();
            assertThat(poller.leases()).isPositive();
        }
    }

    @Test
    void failsClosedWhenTheOnlyVersionIsCutOff() {
        install("1.0.0");
        shop.lifecycle().quarantine(ADMIN, ECHO, "1.0.0", "It hung.");

        assertThat(shop.active()).isEmpty();
        assertThatThrownBy(() -> shop.catalogue().lease(Kind.STAGE, "echo", Stage.class))
                .isInstanceOf(GatewrightException.class);
        assertRefused(() -> shop.lifecycle().release(ADMIN, ECHO, "0.9.0"), "not quarantined");
    }

    @Test
    void uninstallsAndBringsBack() {
        install("1.0.0");

        assertThat(shop.lifecycle().uninstall(ADMIN, ECHO).to()).isEmpty();
        shop.eventually(() -> shop.states().isEmpty());
        assertThat(shop.lifecycle().rollback(ADMIN, ECHO).to()).contains("1.0.0");
        assertThat(shop.active()).contains("1.0.0");
    }

    @Test
    void callsNoOlderVersionThatStillRunsOnceThePluginIsUninstalled() throws Exception {
        install("1.0.0");
        shop.leave("0.9.0");
        shop.eventually(() -> shop.states().containsKey("0.9.0"));

        shop.lifecycle().uninstall(ADMIN, ECHO);

        assertThat(shop.active()).isEmpty();
        assertThat(shop.lifecycle().rollback(ADMIN, ECHO).to()).contains("1.0.0");
        assertThat(shop.active()).contains("1.0.0");
    }

    @Test
    void knowsNoPluginThatNeverWas() {
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> shop.lifecycle().rollback(ADMIN, ECHO),
                () -> shop.lifecycle().update(ADMIN, Workshop.plugin(ECHO, "1.0.0", Map.of())),
                () -> shop.lifecycle().uninstall(ADMIN, ECHO),
                () -> shop.lifecycle().quarantine(ADMIN, ECHO, "1.0.0", "It hung."))) {
            assertRefused(call, "There is no plug-in");
        }
    }

    @Test
    void convergesToWhatIsStoredAfterARestart() throws Exception {
        install("1.0.0");
        install("1.1.0");
        shop.lifecycle().quarantine(ADMIN, ECHO, "1.1.0", "It hung.");

        shop.restart();

        assertThat(shop.active()).contains("1.0.0");
        assertRefused(() -> install("1.1.0"), "It hung.");
    }

    @Test
    void anUpdateThatWasCutShortNeverWas() throws Exception {
        install("1.0.0");
        shop.leave("1.1.0"); // installed and running, but nothing is decided: the server was killed

        shop.restart();

        assertThat(shop.active()).contains("1.0.0");
        shop.eventually(() -> shop.states().equals(Map.of("1.0.0", VersionState.ACTIVE)));
    }

    @Test
    void goesBackAtTheStartIfTheWantedVersionNoLongerRuns() throws Exception {
        install("1.0.0");
        install("1.1.0");
        shop.lose("1.1.0");

        shop.restart();

        assertThat(shop.active()).contains("1.0.0");
        assertThat(shop.actions()).endsWith("plugin_rolled_back");
    }

    @Test
    void keepsThreeVersionsToGoBackTo() {
        for (int version = 0; version < 6; version++) {
            install("1." + version + ".0");
        }

        assertThat(shop.kept()).containsExactly("1.2.0", "1.3.0", "1.4.0", "1.5.0");
    }

    @Test
    void takesTheFileOfAnUpdateThatWasCutShortAgain() throws Exception {
        install("1.0.0");
        Upload update = Workshop.plugin(ECHO, "1.1.0", Map.of());
        shop.keep("1.1.0", update);
        assertThat(shop.lifecycle().knows(update)).isFalse();

        shop.restart();

        assertThat(shop.lifecycle().knows(update)).isFalse();
        assertThat(shop.lifecycle().knows(Workshop.plugin(ECHO, "1.0.0", Map.of())))
                .isTrue();
        assertThat(install("1.1.0").to()).contains("1.1.0");
    }

    @Test
    void hasNoTroubleWithWhatWasReplacedButWithWhatWasCutOff() {
        install("1.0.0");
        install("1.1.0");
        shop.eventually(() -> shop.catalogue().snapshot().plugins().stream()
                .anyMatch(plugin -> plugin.state() == VersionState.ACTIVE));
        shop.eventually(() -> shop.catalogue().snapshot().troubles().isEmpty());

        shop.lifecycle().quarantine(ADMIN, ECHO, "1.1.0", "It hung.");
        shop.lifecycle().quarantine(ADMIN, ECHO, "1.0.0", "It hung too.");
        shop.eventually(() -> shop.catalogue().snapshot().plugins().stream()
                .noneMatch(plugin -> plugin.state() == VersionState.ACTIVE));
        assertThat(shop.catalogue().snapshot().active(Kind.STAGE)).isEmpty();
    }

    private Change install(String version) {
        return shop.lifecycle().install(ADMIN, Workshop.plugin(ECHO, version, Map.of()));
    }

    private void assertKept() {
        assertThat(shop.active()).contains("1.0.0");
        assertThat(shop.states()).isEqualTo(Map.of("1.0.0", VersionState.ACTIVE));
        assertThat(shop.kept()).containsExactly("1.0.0");
    }

    private static void assertRefused(ThrowingCallable call, String reason) {
        assertThatThrownBy(call).isInstanceOfSatisfying(GatewrightException.class, e -> assertThat(e.detail())
                .contains(reason));
    }
}
