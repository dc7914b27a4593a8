package org.gatewright.kernel.plugins.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ErrorBudgetTest {

    private final ErrorBudget budget = new ErrorBudget(50);

    @Test
    void isNotSpentByFewCalls() {
        for (int i = 0; i < 19; i++) {
            assertThat(budget.failed(second(0))).isFalse();
        }
        assertThat(budget.failed(second(0))).isTrue();
    }

    @Test
    void isSpentByMoreThanItsShare() {
        for (int i = 0; i < 20; i++) {
            budget.succeeded(second(i));
        }
        for (int i = 0; i < 20; i++) {
            assertThat(budget.failed(second(20))).isFalse();
        }
        assertThat(budget.failed(second(20))).isTrue();
    }

    @Test
    void forgetsAfterAMinute() {
        for (int i = 0; i < 19; i++) {
            budget.failed(second(-100));
        }
        assertThat(budget.failed(second(-30))).isFalse();
    }

    @Test
    void isSpentByThreeLateCallsInSomeMinutes() {
        assertThat(budget.exceeded(second(0))).isFalse();
        assertThat(budget.exceeded(second(100))).isFalse();
        assertThat(budget.exceeded(second(301))).isFalse();
        assertThat(budget.exceeded(second(350))).isTrue();
        budget.reset();
        assertThat(budget.exceeded(second(351))).isFalse();
    }

    private static long second(long number) {
        return TimeUnit.SECONDS.toNanos(number);
    }
}
