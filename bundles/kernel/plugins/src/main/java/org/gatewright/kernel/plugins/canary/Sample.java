package org.gatewright.kernel.plugins.canary;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.gatewright.port.plugins.PluginCanaries.Figures;

/** The last calls of one type in one version. Written by many threads without a lock; a reader may miss a call that is just being written. */
final class Sample {

    /** How many calls are looked at. */
    static final int SIZE = 512;

    private static final double PERCENTILE = 0.95;
    private static final double PERCENT = 100;

    private final AtomicLong calls = new AtomicLong();

    /** Nanoseconds and one, negative for a call that failed. */
    private final AtomicLongArray last = new AtomicLongArray(SIZE);

    void add(boolean failed, long nanoseconds) {
        long entry = Math.max(0, nanoseconds) + 1;
        last.set((int) (calls.getAndIncrement() % SIZE), failed ? -entry : entry);
    }

    Figures figures() {
        long[] entries = new long[SIZE];
        int size = 0;
        int failures = 0;
        for (int i = 0; i < SIZE; i++) {
            long entry = last.get(i);
            if (entry != 0) {
                entries[size++] = Math.abs(entry) - 1;
                failures += entry < 0 ? 1 : 0;
            }
        }
        if (size == 0) {
            return Figures.NONE;
        }
        Arrays.sort(entries, 0, size);
        long slow = entries[(int) Math.ceil(PERCENTILE * size) - 1];
        return new Figures(calls.get(), PERCENT * failures / size, slow / (double) TimeUnit.MILLISECONDS.toNanos(1));
    }
}
