package org.gatewright.kernel.plugins.guard;

import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.gatewright.port.plugins.Shelter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that looks at all calls under way ten times a second, and tells of versions that are past their budget. */
final class Watchdog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(100);

    private final Queue<CallThread> threads = new ConcurrentLinkedQueue<>();
    private final Queue<Trip> trips = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<CallThread> own = ThreadLocal.withInitial(this::register);
    private final Supplier<Optional<TripListener>> listener;
    private final Thread thread = new Thread(this::watch, "gatewright-watchdog");
    private volatile boolean closed;

    private record Trip(GuardedType type, String reason) {}

    /** Tells this listener; while there is none, what there is to tell waits. */
    Watchdog(Supplier<Optional<TripListener>> listener) {
        this.listener = listener;
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns the calls of the current thread. */
    CallThread thread() {
        return own.get();
    }

    /** A version is past its budget. */
    void tripped(GuardedType type, String reason) {
        trips.add(new Trip(type, reason));
        LockSupport.unpark(thread);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private CallThread register() {
        CallThread calls = new CallThread();
        threads.add(calls);
        Shelter.register(calls);
        return calls;
    }

    private void watch() {
        while (!closed) {
            try {
                inspect();
                tell();
            } catch (RuntimeException e) {
                LOG.error("The watchdog stumbled and goes on", e);
            }
            LockSupport.parkNanos(PERIOD);
        }
    }

    private void inspect() {
        long now = System.nanoTime();
        for (Iterator<CallThread> all = threads.iterator(); all.hasNext(); ) {
            CallThread one = all.next();
            if (one.isAlive()) {
                one.inspect(now);
            } else {
                all.remove();
            }
        }
    }

    private void tell() {
        Optional<TripListener> to = trips.isEmpty() ? Optional.empty() : listener.get();
        to.ifPresent(told -> {
            for (Trip trip = trips.poll(); trip != null; trip = trips.poll()) {
                told.tripped(trip.type().plugin(), trip.type().version(), trip.reason());
            }
        });
    }
}
