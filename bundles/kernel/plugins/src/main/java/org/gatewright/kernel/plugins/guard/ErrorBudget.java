package org.gatewright.kernel.plugins.guard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts calls and failures of the last minute, and calls that went past a limit in the last minutes. Moments are those of {@link System#nanoTime}. */
final class ErrorBudget {

    private static final int FEWEST_CALLS = 20;
    private static final int MOST_EXCESSES = 3;
    private static final int SLICES = 12;
    private static final long SLICE = TimeUnit.SECONDS.toNanos(5);
    private static final long EXCESS_WINDOW = TimeUnit.MINUTES.toNanos(5);

    private final int share;
    private final AtomicReferenceArray<@Nullable Slice> slices = new AtomicReferenceArray<>(SLICES);
    private final Deque<Long> excesses = new ArrayDeque<>();

    /** The calls of some seconds. */
    private record Slice(long number, LongAdder calls, LongAdder failures) {}

    /** Allows this share of failures, in percent. */
    ErrorBudget(int share) {
        this.share = share;
    }

    /** A call was in order. */
    void succeeded(long now) {
        slice(now).calls().increment();
    }

    /** A call has failed; true if that was one too many. */
    boolean failed(long now) {
        Slice slice = slice(now);
        slice.calls().increment();
        slice.failures().increment();
        return isSpent(slice.number());
    }

    /** A call is past a limit; true if that was one too many. */
    synchronized boolean exceeded(long now) {
        excesses.addLast(now);
        while (now - excesses.getFirst() > EXCESS_WINDOW) {
            excesses.removeFirst();
        }
        return excesses.size() >= MOST_EXCESSES;
    }

    /** Forgets all. */
    synchronized void reset() {
        excesses.clear();
        for (int i = 0; i < SLICES; i++) {
            slices.set(i, null);
        }
    }

    private boolean isSpent(long number) {
        long calls = 0;
        long failures = 0;
        for (int i = 0; i < SLICES; i++) {
            Slice slice = slices.get(i);
            if (slice != null && number - slice.number() < SLICES) {
                calls += slice.calls().sum();
                failures += slice.failures().sum();
            }
        }
        return calls >= FEWEST_CALLS && failures * 100 > calls * share;
    }

    private Slice slice(long now) {
        long number = Math.floorDiv(now, SLICE);
        int index = Math.floorMod(number, SLICES);
        Slice slice = slices.get(index);
        while (slice == null || slice.number() < number) {
            Slice next = new Slice(number, new LongAdder(), new LongAdder());
            slice = slices.compareAndSet(index, slice, next) ? next : slices.get(index);
        }
        return slice;
    }
}
