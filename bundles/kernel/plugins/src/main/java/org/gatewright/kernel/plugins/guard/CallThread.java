package org.gatewright.kernel.plugins.guard;

import org.gatewright.port.plugins.Shelter;
import org.jspecify.annotations.Nullable;

/** The calls that one thread is in, the innermost first. Only the innermost runs: a call waits while it calls another plug-in. */
final class CallThread implements Shelter.Guarded {

    private final Thread thread = Thread.currentThread();
    private volatile @Nullable WatchedCall current;

    /** Bytes that calls have taken so far; for the thread itself. */
    private long accounted;

    /** Returns the bytes that the thread has taken outside of calls that have ended; the difference of two is what was taken between them. */
    long allocated() {
        return Allocations.ofThread() - accounted;
    }

    /** These bytes were those of a call that has ended, and not of the one that it was made within. */
    void account(long bytes) {
        accounted += bytes;
    }

    /** Begins a call; refuses if the one that it is made within is late. */
    WatchedCall begin(CallGuard guard, boolean trial, long now) {
        WatchedCall call = new WatchedCall(guard, current, trial, now);
        current = call;
        return call;
    }

    /** Ends the innermost call; false if it is late. */
    boolean end(WatchedCall call) {
        boolean punctual = call.end();
        current = call.outer();
        return punctual;
    }

    @Override
    public void enter() {
        WatchedCall call = current;
        if (call != null && !call.pause()) {
            throw call.guard().tooSlow();
        }
    }

    @Override
    public void leave() {
        WatchedCall call = current;
        if (call != null) {
            call.resume();
        }
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    /** Interrupts the innermost call if it is late; for the watchdog. */
    void inspect(long now) {
        WatchedCall call = current;
        if (call != null && call.strike(thread, now)) {
            call.guard().late(call, thread, now);
        }
    }
}
