package org.gatewright.itests.support;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for something outside of this process to become true. */
public final class Condition {

    private Condition() {}

    /** Looks every 50 ms until it is so. Fails with the sentence when the time is over. */
    public static void await(String sentence, Duration limit, BooleanSupplier condition) {
        await(() -> sentence, limit, condition);
    }

    /** The same with a sentence that is made when it is needed. */
    public static void await(Supplier<String> sentence, Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + limit + ": " + sentence.get());
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
