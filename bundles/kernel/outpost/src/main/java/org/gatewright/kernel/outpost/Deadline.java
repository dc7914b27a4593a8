package org.gatewright.kernel.outpost;

import java.time.Duration;

/** The moment by which the thread of a connection must get on. Set by that thread, looked at by another one. */
final class Deadline {

    private volatile long nanos = Long.MAX_VALUE;

    /** It must get on within the time. */
    void within(Duration time) {
        nanos = System.nanoTime() + time.toNanos();
    }

    /** It works for itself, and is guarded by others. */
    void none() {
        nanos = Long.MAX_VALUE;
    }

    boolean isOver(long now) {
        long end = nanos;
        return end != Long.MAX_VALUE && now - end > 0;
    }

    /** Returns when it ends, as {@link System#nanoTime}; the largest number if it does not. */
    long end() {
        return nanos;
    }
}
