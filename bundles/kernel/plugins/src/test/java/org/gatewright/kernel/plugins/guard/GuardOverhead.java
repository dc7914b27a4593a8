package org.gatewright.kernel.plugins.guard;

import java.util.Optional;
import java.util.function.IntSupplier;
import org.gatewright.spi.plugin.Kind;

/** Measures what the guard costs a call; to be run by hand. It is a loop with a warm-up, not JMH: take its numbers for their order of magnitude. */
final class GuardOverhead {

    private static final int CALLS = 5_000_000;
    private static final int ROUNDS = 8;

    private GuardOverhead() {}

    /** Prints nanoseconds per call, for each round. */
    public static void main(String[] args) {
        Watchdog watchdog = new Watchdog(Optional::empty);
        CallGuard guard = new CallGuard(
                new GuardedType(Kind.STAGE, "step", "echo", "org.example.echo", "1.0.0"),
                GuardLimits.DEFAULT,
                watchdog,
                (outcome, time) -> {});
        for (int round = 1; round <= ROUNDS; round++) {
            double bare = measure(() -> work(1));
            double guarded = measure(() -> guard.<Integer>call(() -> work(1)));
            double nested = measure(() -> guard.<Integer>call(() -> guard.<Integer>call(() -> work(1))));
            System.out.printf(
                    "round %d: bare %.1f ns, guarded %.1f ns, two nested %.1f ns%n", round, bare, guarded, nested);
        }
        watchdog.close();
    }

    private static double measure(IntSupplier call) {
        long begin = System.nanoTime();
        int sum = 0;
        for (int i = 0; i < CALLS; i++) {
            sum += call.getAsInt();
        }
        long time = System.nanoTime() - begin;
        if (sum != CALLS) {
            throw new AssertionError("a call was lost");
        }
        return (double) time / CALLS;
    }

    private static int work(int value) {
        return value;
    }
}
