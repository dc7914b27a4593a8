package org.gatewright.kernel.plugins.guard;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One call, from the side of its thread and that of the watchdog. The thread cannot pause or end it while the watchdog strikes, and the watchdog strikes only a call that
 * runs: so an interrupt never meets anything else that the thread does.
 */
final class WatchedCall {

    private enum Phase {
        RUNNING,
        PAUSED,
        STRIKING,
        LATE,
        OVER
    }

    private final CallGuard guard;
    private final @Nullable WatchedCall outer;
    private final boolean trial;
    private final boolean interruptedBefore = Thread.currentThread().isInterrupted();
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.RUNNING);
    private final long limit;

    /** When it would have begun without its pauses. Written by its thread only, before the phase; read by the watchdog after it. */
    private long begin;

    private long pausedAt;
    private int pauses;

    /**
     * Begins on the current thread.
     *
     * @param outer the call within which this one is made
     * @param trial whether it decides if a version may be called again
     */
    WatchedCall(CallGuard guard, @Nullable WatchedCall outer, boolean trial, long now) {
        this.guard = guard;
        this.outer = outer;
        this.trial = trial;
        this.limit = guard.limit();
        this.begin = now;
    }

    CallGuard guard() {
        return guard;
    }

    @Nullable
    WatchedCall outer() {
        return outer;
    }

    boolean isTrial() {
        return trial;
    }

    /** From now on, time is not the plug-in's; false, and no pause, if the call is late. */
    boolean pause() {
        if (pauses == 0) {
            if (!leave(Phase.PAUSED)) {
                return false;
            }
            pausedAt = System.nanoTime();
        }
        pauses++;
        return true;
    }

    /** Ends a pause. */
    void resume() {
        pauses--;
        if (pauses == 0) {
            begin += System.nanoTime() - pausedAt;
            phase.set(Phase.RUNNING);
        }
    }

    /** Ends the call, and takes back the watchdog's interrupt; false if it is late. */
    boolean end() {
        if (leave(Phase.OVER)) {
            return true;
        }
        Thread.interrupted();
        if (interruptedBefore) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** Interrupts the thread if the call runs and is past its limit; for the watchdog. True the one time that it is. */
    boolean strike(Thread thread, long now) {
        if (phase.get() != Phase.RUNNING
                || now - begin <= limit
                || !phase.compareAndSet(Phase.RUNNING, Phase.STRIKING)) {
            return false;
        }
        if (now - begin <= limit) { // it has paused and gone on since we looked
            phase.set(Phase.RUNNING);
            return false;
        }
        try {
            thread.interrupt();
        } finally {
            phase.set(Phase.LATE);
        }
        return true;
    }

    /** False if the call is late, and stays so. */
    private boolean leave(Phase next) {
        while (!phase.compareAndSet(Phase.RUNNING, next)) {
            if (phase.get() == Phase.LATE) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }
}
