package org.gatewright.kernel.plugins.guard;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.gatewright.spi.error.ErrorKind;
import org.gatewright.spi.error.GatewrightException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The guard around calls of one version of a type. A call stays on the caller's thread. */
public final class CallGuard {

    private static final Logger LOG = LoggerFactory.getLogger(CallGuard.class);

    /** Whether calls are let through. */
    private enum Gate {
        OPEN,
        /** One call at a time, which decides. */
        TRIAL,
        SHUT
    }

    private final GuardedType type;
    private final Duration limit;
    private final int most;
    private final long memory;
    private final Watchdog watchdog;
    private final CallRecorder recorder;
    private final ErrorBudget budget;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicBoolean trying = new AtomicBoolean();
    private final AtomicReference<Gate> gate = new AtomicReference<>(Gate.OPEN);

    /** A call that is under way, and what clock and memory said when it began. */
    private record Begun(CallThread thread, WatchedCall call, long moment, long allocated) {}

    CallGuard(GuardedType type, GuardLimits limits, Watchdog watchdog, CallRecorder recorder) {
        this.type = type;
        this.limit = limits.time(type.kind());
        this.most = limits.concurrency();
        this.memory = limits.memory();
        this.watchdog = watchdog;
        this.recorder = recorder;
        this.budget = new ErrorBudget(limits.errorShare());
    }

    /** Makes the call, or refuses it. Contract: {@link org.gatewright.port.plugins.Lease#call}. */
    public <R> R call(Supplier<R> work) {
        CallThread thread = watchdog.thread();
        thread.enter(); // the call that this one is made within waits
        try {
            boolean trial = admit();
            try {
                return call(thread, trial, work);
            } finally {
                dismiss(trial);
            }
        } finally {
            thread.leave();
        }
    }

    /** Lets one call decide whether a version that was cut off may be called again. */
    public void retry() {
        if (gate.compareAndSet(Gate.SHUT, Gate.TRIAL)) {
            trying.set(false);
        }
    }

    /** How long a call may take, in nanoseconds. */
    long limit() {
        return limit.toNanos();
    }

    GatewrightException tooSlow() {
        return type.tooSlow(limit);
    }

    /** The call is past its limit, and still under way; told by the watchdog. */
    void late(WatchedCall call, Thread thread, long now) {
        LOG.warn(
                "A call of {} in {} {} takes longer than {}; its thread {} is interrupted",
                type.type(),
                type.plugin(),
                type.version(),
                GuardedType.seconds(limit),
                thread.getName());
        if (budget.exceeded(now) || call.isTrial()) {
            trip("Calls of the " + type.noun() + " “" + type.type() + "” took longer than " + GuardedType.seconds(limit)
                    + ".");
        }
    }

    /** Returns whether it is a trial; refuses a call for which there is no room. */
    private boolean admit() {
        Gate now = gate.get();
        boolean trial = now == Gate.TRIAL && trying.compareAndSet(false, true);
        if (now != Gate.OPEN && !trial) {
            throw refused(type.cutOff());
        }
        if (running.incrementAndGet() > most) {
            dismiss(trial);
            throw refused(type.busy());
        }
        return trial;
    }

    private void dismiss(boolean trial) {
        running.decrementAndGet();
        if (trial) {
            trying.set(false);
        }
    }

    private GatewrightException refused(GatewrightException reason) {
        recorder.record(Outcome.REFUSED, 0);
        return reason;
    }

    private <R> R call(CallThread thread, boolean trial, Supplier<R> work) {
        Begun call =
                new Begun(thread, thread.begin(this, trial, System.nanoTime()), System.nanoTime(), thread.allocated());
        R result;
        try {
            result = work.get();
        } catch (GatewrightException e) {
            // orderly: what the plug-in means to say, or what the kernel or another plug-in told it
            Outcome outcome = e.code().kind() == ErrorKind.INTERNAL ? Outcome.ERROR : Outcome.OK;
            throw ended(call, outcome, false) ? e : tooSlow();
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            throw ended(call, Outcome.ERROR, true) ? failed(e) : tooSlow();
        } catch (Error e) {
            ended(call, Outcome.ERROR, true);
            throw e;
        }
        if (!ended(call, Outcome.OK, false)) {
            throw tooSlow();
        }
        return result;
    }

    private boolean ended(Begun begun, Outcome outcome, boolean failed) {
        boolean punctual = begun.thread().end(begun.call());
        long now = System.nanoTime();
        recorder.record(punctual ? outcome : Outcome.TIMEOUT, now - begun.moment());
        long taken = begun.thread().allocated() - begun.allocated();
        begun.thread().account(taken);
        if (punctual) {
            account(begun.call(), now, failed);
            if (taken > memory) {
                greedy(begun.call(), now, taken);
            }
        }
        return punctual;
    }

    /** The call took more memory than it may. What it returned counts, but not many more such calls are made. */
    private void greedy(WatchedCall call, long now, long taken) {
        LOG.warn("A call of {} in {} {} took {} MB of memory", type.type(), type.plugin(), type.version(), taken >> 20);
        if (budget.exceeded(now) || call.isTrial()) {
            trip("Calls of the " + type.noun() + " “" + type.type() + "” took more than " + (memory >> 20)
                    + " MB of memory.");
        }
    }

    private void account(WatchedCall call, long now, boolean failed) {
        if (failed) {
            if (budget.failed(now) || call.isTrial()) {
                trip("Too many calls of the " + type.noun() + " “" + type.type() + "” failed.");
            }
            return;
        }
        budget.succeeded(now);
        if (call.isTrial() && gate.compareAndSet(Gate.TRIAL, Gate.OPEN)) {
            LOG.info("The type {} of {} {} is called again", type.type(), type.plugin(), type.version());
        }
    }

    private void trip(String reason) {
        if (gate.getAndSet(Gate.SHUT) != Gate.SHUT) {
            LOG.error("The plug-in {} {} is cut off. {}", type.plugin(), type.version(), reason);
            budget.reset();
            watchdog.tripped(type, reason);
        }
    }

    private GatewrightException failed(Throwable cause) {
        LOG.error("The plug-in {} {} failed in its type {}", type.plugin(), type.version(), type.type(), cause);
        return type.failed(cause);
    }
}
