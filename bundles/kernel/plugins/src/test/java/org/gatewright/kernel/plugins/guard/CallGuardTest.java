package org.gatewright.kernel.plugins.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatewright.kernel.plugins.TestFramework;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.plugins.Shelter;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallGuardTest {

    private static final GuardLimits LIMITS =
            new GuardLimits(Map.of(Kind.STAGE, Duration.ofMillis(1000), Kind.PROTOCOL, Duration.ofMillis(700)), 2, 50);

    private final Queue<String> trips = new ConcurrentLinkedQueue<>();
    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private final Watchdog watchdog =
            new Watchdog(() -> Optional.of((plugin, version, reason) -> trips.add(version + " " + reason)));
    private final CallGuard stage = guard(Kind.STAGE);
    private final CallGuard protocol = guard(Kind.PROTOCOL);

    private final CallGuard greedy = new CallGuard(
            type(Kind.STAGE), new GuardLimits(Map.of(), 2, 50, 1024 * 1024), watchdog, (outcome, time) -> {});

    @AfterEach
    void close() {
        watchdog.close();
    }

    @Test
    void aCallThatIsLateIsInterruptedAndWhatItReturnsDoesNotCount() {
        AtomicBoolean interrupted = new AtomicBoolean();

        assertRefused(
                CommonError.PLUGIN_TOO_SLOW,
                () -> stage.call(() -> {
                    interrupted.set(hang());
                    Thread.currentThread().interrupt();
                    return "late";
                }));

        assertThat(interrupted).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(outcomes).containsExactly(Outcome.TIMEOUT);
    }

    @Test
    void anInterruptThatSomebodyElseHadSetStays() {
        Thread.currentThread().interrupt();
        assertRefused(
                CommonError.PLUGIN_TOO_SLOW,
                () -> stage.call(() -> {
                    Thread.interrupted();
                    return hang();
                }));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aCallWaitsWhileItCallsAnotherPlugin() {
        String answer = protocol.call(() -> {
            assertRefused(CommonError.PLUGIN_TOO_SLOW, () -> stage.call(CallGuardTest::hang));
            return Thread.currentThread().isInterrupted() ? "interrupted" : "fine";
        });

        assertThat(answer).isEqualTo("fine");
        assertThat(outcomes).containsExactly(Outcome.TIMEOUT, Outcome.OK);
    }

    @Test
    void theServersOwnWorkIsNeitherCountedNorInterrupted() {
        CountDownLatch looked = new CountDownLatch(1);
        String answer = stage.call(() -> Shelter.in(() -> {
            CompletableFuture.runAsync(looked::countDown, later(2500));
            try {
                looked.await();
                return "fine";
            } catch (InterruptedException e) {
                return "interrupted";
            }
        }));
        assertThat(answer).isEqualTo("fine");
    }

    @Test
    void aCallThatIsLateDoesNotBeginTheServersWork() {
        AtomicBoolean begun = new AtomicBoolean();
        assertRefused(
                CommonError.PLUGIN_TOO_SLOW,
                () -> stage.call(() -> {
                    hang();
                    return Shelter.in(() -> {
                        begun.set(true);
                        return "";
                    });
                }));
        assertThat(begun).isFalse();
    }

    @Test
    void moreCallsThanThereMayBeAreRefusedAtOnce() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        CallGuard patient = new CallGuard(
                type(Kind.HASHER),
                new GuardLimits(Map.of(), 2, 50),
                watchdog,
                (outcome, time) -> outcomes.add(outcome));
        List<CompletableFuture<String>> calls = List.of(held(patient, begun, end), held(patient, begun, end));
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

        assertRefused(CommonError.PLUGIN_BUSY, () -> patient.call(() -> ""));
        assertThat(outcomes).containsExactly(Outcome.REFUSED);

        end.countDown();
        for (CompletableFuture<String> call : calls) {
            assertThat(call.get(20, TimeUnit.SECONDS)).isEqualTo("done");
        }
        assertThat(patient.<String>call(() -> "room")).isEqualTo("room");
    }

    @Test
    void tooManyFailuresShutTheGateUntilATrialSucceeds() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertRefused(CommonError.PLUGIN_FAILED, this::fail);
        }
        assertRefused(CommonError.TYPE_UNAVAILABLE, () -> stage.call(() -> ""));
        TestFramework.eventually(() -> trips.size() == 1);

        stage.retry();
        assertRefused(CommonError.PLUGIN_FAILED, this::fail);
        assertRefused(CommonError.TYPE_UNAVAILABLE, () -> stage.call(() -> ""));
        TestFramework.eventually(() -> trips.size() == 2);

        stage.retry();
        assertThat(stage.<String>call(() -> {
                    assertRefused(CommonError.TYPE_UNAVAILABLE, () -> stage.call(() -> "second at once"));
                    return "fine";
                }))
                .isEqualTo("fine");
        assertRefused(CommonError.PLUGIN_FAILED, this::fail);
        assertThat(stage.<String>call(() -> "fine")).isEqualTo("fine");
    }

    @Test
    void whatAPluginSaysInOrderIsNoFailure() {
        for (CommonError code : List.of(CommonError.DENIED, CommonError.STORE_UNAVAILABLE, CommonError.PLUGIN_FAILED)) {
            for (int i = 0; i < 30; i++) {
                assertRefused(
                        code,
                        () -> stage.call(() -> {
                            throw new GatewrightException(code, "no");
                        }));
            }
        }
        assertThat(stage.<String>call(() -> "fine")).isEqualTo("fine");
        assertThat(trips).isEmpty();
    }

    @Test
    void threeCallsThatTakeMoreMemoryThanTheyMayShutTheGate() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(greedy.call(CallGuardTest::take)).isPositive();
        }

        assertRefused(CommonError.TYPE_UNAVAILABLE, () -> greedy.call(() -> ""));
        TestFramework.eventually(() -> trips.size() == 1);
        assertThat(trips.peek()).contains("more than 1 MB of memory");
    }

    @Test
    void whatACallWithinTheCallTakesIsNotTheOuterOnes() {
        for (int i = 0; i < 5; i++) {
            greedy.call(() -> stage.call(CallGuardTest::take));
        }

        assertThat(greedy.<String>call(() -> "fine")).isEqualTo("fine");
    }

    /** Takes more than a megabyte. */
    private static int take() {
        int taken = 0;
        for (int i = 0; i < 20; i++) {
            taken += new byte[100_000 + taken % 7].length;
        }
        return taken;
    }

    private void fail() {
        stage.call(() -> {
            throw new IllegalStateException("it throws");
        });
    }

    private static CompletableFuture<String> held(CallGuard guard, CountDownLatch begun, CountDownLatch end) {
        return CompletableFuture.supplyAsync(
                () -> guard.call(() -> {
                    begun.countDown();
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        return "interrupted";
                    }
                    return "done";
                }),
                task -> new Thread(task).start());
    }

    private static java.util.concurrent.Executor later(long milliseconds) {
        return CompletableFuture.delayedExecutor(milliseconds, TimeUnit.MILLISECONDS);
    }

    /** Returns when it is interrupted. */
    private static boolean hang() {
        try {
            new CountDownLatch(1).await();
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    private CallGuard guard(Kind kind) {
        return new CallGuard(type(kind), LIMITS, watchdog, (outcome, time) -> outcomes.add(outcome));
    }

    private static GuardedType type(Kind kind) {
        return new GuardedType(kind, "step", "echo", "org.example.echo", "1.0.0");
    }

    private static void assertRefused(CommonError code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(GatewrightException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
