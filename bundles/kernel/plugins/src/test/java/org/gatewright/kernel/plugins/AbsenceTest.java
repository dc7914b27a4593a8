package org.gatewright.kernel.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatewright.kernel.plugins.TestFramework.eventually;
import static org.gatewright.kernel.plugins.TestFramework.properties;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.gatewright.kernel.plugins.guard.GuardLimits;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.plugins.Audience;
import org.gatewright.port.plugins.Lease;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceRegistration;

/** Who needs a type that went a moment ago waits for it, unless it was decided that it goes. */
class AbsenceTest {

    private static final Stage STAGE = context -> new StageResult.Done(JsonObject.empty());

    private static final PluginVersion ONE = new PluginVersion("org.example.echo", "1.0.0");

    private TestFramework felix;
    private ServiceCatalogue catalogue;
    private Bundle bundle;
    private ServiceRegistration<Stage> service;

    @BeforeEach
    void open() throws Exception {
        felix = new TestFramework();
        catalogue = new ServiceCatalogue(felix.context(), Duration.ofMillis(100), GuardLimits.DEFAULT);
        bundle = felix.started("org.example.echo", "1.0.0");
        register();
        eventually(() -> catalogue.snapshot().active(Kind.STAGE, "echo").isPresent());
    }

    @AfterEach
    void close() throws Exception {
        catalogue.close();
        felix.close();
    }

    @Test
    void aLeaseIsGivenWhenTheTypeIsBack() throws Exception {
        service.unregister();
        FutureTask<String> lease = new FutureTask<>(this::lease);
        Thread waiting = waiting(lease);

        assertThat(lease).isNotDone();
        register();

        assertThat(lease.get()).isEqualTo("1.0.0");
        waiting.join();
    }

    @Test
    void whatIsKnownIsToldWhenTheTypeIsBack() throws Exception {
        service.unregister();
        FutureTask<Boolean> settled = new FutureTask<>(
                () -> !catalogue.settled(Kind.STAGE).active(Kind.STAGE).isEmpty());
        waiting(settled);
        register();

        assertThat(settled.get()).isTrue();
    }

    @Test
    void nobodyWaitsForATypeThatDoesNotComeBackAnyMore() {
        service.unregister();

        assertUnavailable(); // after a while

        assertThat(neverWaits(asking())).isTrue();
    }

    @Test
    void nobodyWaitsForATypeOfWhichItWasDecidedThatItGoes() {
        catalogue.select(new Selection(Map.of(), Set.of(), Set.of("org.example.echo"), Map.of(), Map.of()));
        service.unregister();

        assertThat(neverWaits(asking())).isTrue();
    }

    @Test
    void nobodyWaitsForATypeThatOnlyAReplacedVersionBrought() {
        catalogue.select(new Selection(Map.of("org.example.echo", "1.1.0"), Set.of(), Set.of(), Map.of(), Map.of()));
        service.unregister();

        assertThat(neverWaits(asking())).isTrue();
    }

    @Test
    void aTypeThatOnlyACanaryBringsIsWaitedFor() throws Exception {
        catalogue.select(besideAnother(Map.of()));
        service.unregister();
        FutureTask<String> lease = new FutureTask<>(this::lease);
        waiting(lease);
        register();

        assertThat(lease.get()).isEqualTo("1.0.0");
    }

    @Test
    void nobodyWaitsForACanaryThatIsQuarantined() {
        catalogue.select(besideAnother(Map.of(ONE, "It was bad.")));
        service.unregister();

        assertThat(neverWaits(asking())).isTrue();
    }

    @Test
    void nobodyWaitsForACanaryWhileTheOthersVersionIsThere() throws Exception {
        Bundle active = felix.started("org.example.echo", "0.9.0");
        active.getBundleContext().registerService(Stage.class, STAGE, properties("echo", 1));
        catalogue.select(besideAnother(Map.of()));
        eventually(() -> lease().equals("1.0.0")); // the share is one of almost all
        service.unregister();

        FutureTask<String> lease = new FutureTask<>(this::lease);
        Thread asking = new Thread(lease);
        asking.start();

        assertThat(neverWaits(asking)).isTrue();
        assertThat(lease.get()).isEqualTo("0.9.0");
    }

    /** The version that is there is called for a share beside 0.9.0. */
    private static Selection besideAnother(Map<PluginVersion, String> quarantined) {
        return new Selection(
                Map.of("org.example.echo", "0.9.0"),
                Set.of(),
                Set.of(),
                quarantined,
                Map.of(ONE, Audience.parse("share=99")));
    }

    private Thread asking() {
        Thread asking = new Thread(this::assertUnavailable);
        asking.start();
        return asking;
    }

    private static boolean neverWaits(Thread thread) {
        for (Thread.State state = thread.getState(); state != Thread.State.TERMINATED; state = thread.getState()) {
            if (state == Thread.State.TIMED_WAITING) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }

    private static Thread waiting(FutureTask<?> task) throws InterruptedException {
        Thread thread = new Thread(task);
        thread.start();
        eventually(() -> thread.getState() == Thread.State.TIMED_WAITING);
        return thread;
    }

    private void register() {
        service = bundle.getBundleContext().registerService(Stage.class, STAGE, properties("echo", 1));
    }

    private String lease() {
        try (Lease<Stage> lease = catalogue.lease(Kind.STAGE, "echo", Stage.class)) {
            return lease.pin().version();
        }
    }

    private void assertUnavailable() {
        assertThatThrownBy(this::lease).isInstanceOfSatisfying(GatewrightException.class, e -> assertThat(e.code())
                .isEqualTo(CommonError.TYPE_UNAVAILABLE));
    }
}
