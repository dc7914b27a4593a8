package org.gatewright.kernel.plugins.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.plugins.Lease;
import org.gatewright.spi.error.ErrorCode;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plug-ins behave badly in a real framework, and hurt only themselves. */
class GuardedLifecycleTest {

    private static final String ECHO = "org.example.echo";
    private static final String OTHER = "org.example.other";

    private final ExecutorService visitors = Executors.newCachedThreadPool();
    private Workshop shop;

    @BeforeEach
    void open() throws Exception {
        shop = new Workshop();
        install(OTHER, "1.0.0", Map.of("Type", "other"));
    }

    @AfterEach
    void close() throws Exception {
        System.setProperty(EchoActivator.OVER, "yes");
        visitors.shutdown();
        assertThat(visitors.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        shop.close();
        System.clearProperty(EchoActivator.OVER);
    }

    @Test
    void aPluginThatSleepsForEverIsCutOffAndTheOneBeforeReturns() throws Exception {
        install("1.0.0", "");
        install("1.1.0", "sleeps");

        List<Future<ErrorCode>> calls = visit(3);

        assertThat(call("other")).isEqualTo("1.0.0");
        for (Future<ErrorCode> one : calls) {
            assertThat(one.get(20, TimeUnit.SECONDS)).isEqualTo(CommonError.PLUGIN_TOO_SLOW);
        }
        assertReplaced("took longer than");
    }

    @Test
    void aPluginThatIgnoresInterruptsIsCutOffWhileItsCallsGoOn() throws Exception {
        install("1.0.0", "");
        install("1.1.0", "loops");

        List<Future<ErrorCode>> calls = visit(4);
        assertThat(call("other")).isEqualTo("1.0.0");
        assertReplaced("took longer than");

        assertThat(calls).noneMatch(Future::isDone);
        System.setProperty(EchoActivator.OVER, "yes");
        for (Future<ErrorCode> one : calls) {
            assertThat(one.get(20, TimeUnit.SECONDS)).isEqualTo(CommonError.PLUGIN_TOO_SLOW);
        }
    }

    @Test
    void aPluginThatAlwaysThrowsIsCutOff() {
        install("1.0.0", "");
        install("1.1.0", "throws");

        for (int i = 0; i < 20; i++) {
            assertThat(failure()).isEqualTo(CommonError.PLUGIN_FAILED);
            assertThat(call("other")).isEqualTo("1.0.0");
        }
        assertReplaced("failed");
    }

    @Test
    void theOnlyVersionFailsClosedAndIsTriedAgain() {
        install("1.0.0", "throws");
        for (int i = 0; i < 20; i++) {
            failure();
        }
        shop.eventually(this::isDark);
        assertThat(failure()).isEqualTo(CommonError.TYPE_UNAVAILABLE);
        shop.eventually(() -> shop.actions().contains("plugin_rests"));

        shop.eventually(() -> shop.active().isPresent());
        assertThat(failure()).isIn(CommonError.PLUGIN_FAILED, CommonError.TYPE_UNAVAILABLE);
        shop.eventually(this::isDark);
        assertThat(shop.actions()).doesNotContain("plugin_quarantined");
    }

    @Test
    void theOnlyVersionThatWorksAgainStays() {
        install("1.0.0", "");
        fail(20);
        shop.eventually(this::isDark);

        shop.eventually(() -> shop.active().isPresent());

        for (int i = 0; i < 100; i++) {
            assertThat(call("echo")).isEqualTo("1.0.0");
        }
    }

    @Test
    void whatWasCutOffCanBeReleasedByHand() {
        install("1.0.0", "");
        install("1.1.0", "");
        fail(20);
        shop.eventually(() -> shop.actions().contains("plugin_quarantined"));
        shop.eventually(() -> shop.active().equals(Optional.of("1.0.0")));

        shop.lifecycle().release(Actor.system(), ECHO, "1.1.0");

        assertThat(call("echo")).isEqualTo("1.1.0");
    }

    @Test
    void aPluginThatBlocksInItsStartDoesNotHoldUpOthers() {
        install("1.0.0", "");

        assertThatThrownBy(() -> install("1.1.0", "blocks in start"))
                .isInstanceOfSatisfying(
                        GatewrightException.class, e -> assertThat(e.detail()).contains("It has not started within"));

        assertThat(call("echo")).isEqualTo("1.0.0");
        install("1.2.0", "");
        assertThat(call("echo")).isEqualTo("1.2.0");
    }

    @Test
    void aPluginThatBlocksInItsStopDoesNotHoldUpOthers() {
        install("1.0.0", "blocks in stop");
        install("1.1.0", "");
        shop.eventually(() -> shop.isStopping("1.0.0"));

        install("1.2.0", "");
        install(OTHER, "1.1.0", Map.of("Type", "other"));

        assertThat(call("echo")).isEqualTo("1.2.0");
        assertThat(call("other")).isEqualTo("1.1.0");
        assertThat(shop.isStopping("1.0.0")).isTrue();
        assertThatThrownBy(() -> install("1.0.0", "blocks in stop"))
                .isInstanceOfSatisfying(
                        GatewrightException.class, e -> assertThat(e.detail()).contains("It has not stopped yet."));
    }

    private void assertReplaced(String reason) {
        shop.eventually(() -> shop.actions().contains("plugin_quarantined"));
        shop.eventually(() -> shop.active().equals(Optional.of("1.0.0")));
        assertThat(call("echo")).isEqualTo("1.0.0");
        assertThat(call("other")).isEqualTo("1.0.0");
        assertThatThrownBy(() -> install("1.1.0", "x"))
                .isInstanceOfSatisfying(
                        GatewrightException.class, e -> assertThat(e.detail()).contains("quarantined", reason));
    }

    private boolean isDark() {
        return shop.active().isEmpty();
    }

    private void install(String version, String behaviour) {
        install(ECHO, version, Map.of("Behaves", behaviour));
    }

    private void install(String plugin, String version, Map<String, String> headers) {
        shop.lifecycle().install(Actor.system(), Workshop.plugin(plugin, version, headers));
    }

    /** Calls as many visitors make, who find out how it failed; each then needs its thread for something else. */
    private List<Future<ErrorCode>> visit(int visitors) {
        List<Future<ErrorCode>> calls = new ArrayList<>();
        for (int i = 0; i < visitors; i++) {
            calls.add(this.visitors.submit(() -> {
                ErrorCode failure = failure();
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
                return failure;
            }));
        }
        return calls;
    }

    private ErrorCode failure() {
        try {
            call("echo");
        } catch (GatewrightException e) {
            return e.code();
        }
        throw new AssertionError("it did not fail");
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            try (Lease<Stage> lease = shop.catalogue().lease(Kind.STAGE, "echo", Stage.class)) {
                assertThatThrownBy(() -> lease.call(stage -> {
                            throw new IllegalStateException("it fails this time");
                        }))
                        .isInstanceOf(GatewrightException.class);
            }
        }
    }

    private String call(String type) {
        try (Lease<Stage> lease = shop.catalogue().lease(Kind.STAGE, type, Stage.class)) {
            StageResult.Done done = (StageResult.Done) lease.<StageResult>call(stage -> stage.handle(null));
            return done.facts().text("said").orElseThrow();
        }
    }
}
