package org.gatewright.kernel.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatewright.kernel.plugins.TestFramework.eventually;
import static org.gatewright.kernel.plugins.TestFramework.properties;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatewright.kernel.plugins.guard.GuardLimits;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.metrics.Meter;
import org.gatewright.port.plugins.Lease;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageContext;
import org.gatewright.spi.stage.StageResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

class LeaseTest {

    private TestFramework felix;
    private ServiceCatalogue catalogue;
    private Bundle bundle;

    /** A stage that knows whether it has been released. */
    private static final class Living implements Stage {
        private final AtomicBoolean released = new AtomicBoolean();

        @Override
        public StageResult handle(StageContext context) {
            return new StageResult.Denied(released.get() ? "released" : "alive");
        }
    }

    private static final class LivingFactory implements ServiceFactory<Stage> {
        private final AtomicInteger open = new AtomicInteger();

        @Override
        public Stage getService(Bundle user, ServiceRegistration<Stage> registration) {
            open.incrementAndGet();
            return new Living();
        }

        @Override
        public void ungetService(Bundle user, ServiceRegistration<Stage> registration, Stage service) {
            open.decrementAndGet();
            ((Living) service).released.set(true);
        }
    }

    @BeforeEach
    void start() throws Exception {
        felix = new TestFramework();
        catalogue = new ServiceCatalogue(felix.context(), Duration.ofSeconds(20), GuardLimits.DEFAULT);
        bundle = felix.started("org.example.echo", "1.0.0");
    }

    @AfterEach
    void stop() throws Exception {
        catalogue.close();
        felix.close();
    }

    @Test
    void stoppingABundleWaitsForTheCallUnderWay() throws Exception {
        LivingFactory factory = new LivingFactory();
        bundle.getBundleContext().registerService(Stage.class.getName(), factory, properties("echo", 1));
        eventually(() -> catalogue.snapshot().active(Kind.STAGE, "echo").isPresent());
        Lease<Stage> lease = catalogue.lease(Kind.STAGE, "echo", Stage.class);

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(this::stopBundle);
        eventually(() -> catalogue.snapshot().active(Kind.STAGE, "echo").isEmpty());

        assertThatThrownBy(() -> catalogue.lease(Kind.STAGE, "echo", Stage.class))
                .isInstanceOf(GatewrightException.class);
        assertThat(stopped).isNotDone();
        assertThat(handle(lease)).isEqualTo("alive");
        lease.close();
        lease.close();
        stopped.get(20, TimeUnit.SECONDS);
        assertThat(factory.open).hasValue(0);
    }

    @Test
    void aLeaseTakenWhileServicesComeAndGoIsAliveOrRefused() throws Exception {
        LivingFactory factory = new LivingFactory();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger alive = new AtomicInteger();
        ConcurrentLinkedQueue<Object> wrong = new ConcurrentLinkedQueue<>();
        ExecutorService visitors = Executors.newFixedThreadPool(6);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(visitors.submit(() -> {
                while (!over.get()) {
                    visit(alive, wrong);
                }
            }));
        }
        for (int i = 0; i < 300; i++) {
            int before = alive.get();
            ServiceRegistration<?> registration =
                    bundle.getBundleContext().registerService(Stage.class.getName(), factory, properties("echo", 1));
            eventually(() -> alive.get() > before);
            registration.unregister();
        }
        over.set(true);
        for (Future<?> visitor : all) {
            visitor.get(20, TimeUnit.SECONDS);
        }
        visitors.shutdown();
        assertThat(wrong).isEmpty();
        assertThat(alive.get()).isGreaterThanOrEqualTo(300);
        eventually(() -> factory.open.get() == 0);
    }

    @Test
    void whatAPluginThrowsIsWrappedOnceAndItsOwnErrorsPass() throws Exception {
        List<String> outcomes = new ArrayList<>();
        felix.context().registerService(Meter.class, meter(outcomes), null);
        bundle.getBundleContext()
                .registerService(Stage.class, context -> new StageResult.Denied(""), properties("echo", 1));
        eventually(() -> catalogue.snapshot().active(Kind.STAGE, "echo").isPresent());
        try (Lease<Stage> lease = catalogue.lease(Kind.STAGE, "echo", Stage.class)) {
            assertThat(lease.<String>call(stage -> "fine")).isEqualTo("fine");
            assertFailed(lease, new IllegalStateException("broken"));
            assertFailed(lease, new NoClassDefFoundError("gone"));
            assertFailed(lease, new StackOverflowError());
            GatewrightException own = new GatewrightException(CommonError.DENIED, "no");
            assertThatThrownBy(() -> lease.call(stage -> {
                        throw own;
                    }))
                    .isSameAs(own);
        }
        assertThat(outcomes).containsExactly("ok", "error", "error", "error", "ok");
    }

    @Test
    void aClosedLeaseCannotBeCalled() throws Exception {
        bundle.getBundleContext()
                .registerService(Stage.class, context -> new StageResult.Denied(""), properties("echo", 1));
        eventually(() -> catalogue.snapshot().active(Kind.STAGE, "echo").isPresent());
        Lease<Stage> lease = catalogue.lease(Kind.STAGE, "echo", Stage.class);
        lease.close();
        assertThatThrownBy(() -> lease.call(stage -> "")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPluginThatHangsWhenItStartsDoesNotHoldUpAnother() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        bundle.getBundleContext()
                .registerService(
                        Stage.class.getName(),
                        new ServiceFactory<Stage>() {
                            @Override
                            public Stage getService(Bundle user, ServiceRegistration<Stage> registration) {
                                try {
                                    end.await();
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                                return context -> new StageResult.Denied("");
                            }

                            @Override
                            public void ungetService(Bundle user, ServiceRegistration<Stage> registration, Stage s) {
                                // nothing is held
                            }
                        },
                        properties("hanging", 1));
        bundle.getBundleContext()
                .registerService(Stage.class, context -> new StageResult.Denied(""), properties("echo", 1));
        eventually(() -> catalogue.snapshot().active(Kind.STAGE, "echo").isPresent());
        assertThat(catalogue.snapshot().active(Kind.STAGE, "hanging")).isEmpty();
        end.countDown();
        eventually(() -> catalogue.snapshot().active(Kind.STAGE, "hanging").isPresent());
    }

    private void visit(AtomicInteger alive, ConcurrentLinkedQueue<Object> wrong) {
        try (Lease<Stage> lease = catalogue.lease(Kind.STAGE, "echo", Stage.class)) {
            String answer = handle(lease);
            if (answer.equals("alive")) {
                alive.incrementAndGet();
            } else {
                wrong.add(answer);
            }
        } catch (GatewrightException e) {
            if (e.code() != CommonError.TYPE_UNAVAILABLE) {
                wrong.add(e);
            }
        } catch (RuntimeException e) {
            wrong.add(e);
        }
    }

    private static String handle(Lease<Stage> lease) {
        return ((StageResult.Denied) lease.<StageResult>call(stage -> stage.handle(null))).message();
    }

    private static void assertFailed(Lease<Stage> lease, Throwable cause) {
        assertThatThrownBy(() -> lease.call(stage -> {
                    if (cause instanceof Error error) {
                        throw error;
                    }
                    throw (RuntimeException) cause;
                }))
                .isInstanceOfSatisfying(
                        GatewrightException.class, e -> assertThat(e.code()).isEqualTo(CommonError.PLUGIN_FAILED))
                .hasCause(cause);
    }

    private static Meter meter(List<String> outcomes) {
        return new Meter() {
            @Override
            public void time(String name, Map<String, String> labels, long nanoseconds) {
                assertThat(name).isEqualTo("plugin_call_seconds");
                assertThat(labels).containsEntry("kind", "stage").containsEntry("version", "1.0.0");
                outcomes.add(labels.get("outcome"));
            }

            @Override
            public void count(String name, Map<String, String> labels) {
                throw new AssertionError("the time is the count");
            }
        };
    }

    private void stopBundle() {
        try {
            bundle.stop();
        } catch (org.osgi.framework.BundleException e) {
            throw new AssertionError(e);
        }
    }
}
