package org.gatewright.credentials.argon2id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.gatewright.spi.error.ErrorKind;
import org.gatewright.spi.error.GatewrightException;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {

    @Test
    void neverSpendsMoreThanItHas() {
        MemoryBudget budget = new MemoryBudget(300, Duration.ofMinutes(1));
        AtomicInteger spent = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        IntStream.range(0, 1000)
                .parallel()
                .forEach(i -> budget.spend(100, () -> {
                    most.accumulateAndGet(spent.addAndGet(100), Math::max);
                    Thread.yield();
                    return spent.addAndGet(-100);
                }));
        assertThat(most.get()).isLessThanOrEqualTo(300);
    }

    @Test
    void saysSoIfItIsBusyForTooLong() throws InterruptedException {
        MemoryBudget budget = new MemoryBudget(100, Duration.ofMillis(20));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        var other = CompletableFuture.runAsync(() -> budget.spend(1000, () -> {
            begun.countDown();
            return await(end);
        }));
        begun.await();
        assertThatThrownBy(() -> budget.spend(1, () -> true))
                .isInstanceOfSatisfying(GatewrightException.class, error -> {
                    assertThat(error.code().kind()).isEqualTo(ErrorKind.UNAVAILABLE);
                    assertThat(error.code().code()).isEqualTo("credentials.argon2id/busy");
                });
        end.countDown();
        other.join();
        assertThat(budget.spend(100, () -> true)).isTrue();
    }

    @Test
    void givesBackWhatAFailureTook() {
        MemoryBudget budget = new MemoryBudget(100, Duration.ZERO);
        assertThatThrownBy(() -> budget.spend(100, () -> {
                    throw new IllegalStateException("failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(budget.spend(100, () -> true)).isTrue();
    }

    @Test
    void staysInterrupted() {
        MemoryBudget budget = new MemoryBudget(100, Duration.ofMinutes(1));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> budget.spend(100, () -> true)).isInstanceOf(GatewrightException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
