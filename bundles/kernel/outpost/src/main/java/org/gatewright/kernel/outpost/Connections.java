package org.gatewright.kernel.outpost;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections that are open, with a thread each. Closes those whose time is over. When all places are taken, the stranger who has waited longest makes room.
 */
final class Connections implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final Duration ROUND = Duration.ofMillis(250);
    private static final long STACK = 512 * 1024;

    private final ConnectionLimits limits;
    private final Map<OpenConnection, InetAddress> open = new ConcurrentHashMap<>();
    private final Map<InetAddress, Integer> counts = new ConcurrentHashMap<>();
    private final Thread watchdog = new Thread(this::watch, "gatewright-outpost-watchdog");
    private volatile boolean closed;

    Connections(ConnectionLimits limits) {
        this.limits = limits;
        watchdog.setDaemon(true);
        watchdog.start();
    }

    /** Takes a place for one more of the address; false if there is none. */
    synchronized boolean admit(InetAddress address) {
        if (closed || counts.getOrDefault(address, 0) >= limits.perAddress()) {
            return false;
        }
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (all >= limits.connections() && !makeRoom()) {
            return false;
        }
        counts.merge(address, 1, Integer::sum);
        return true;
    }

    /** Gives a place back. */
    synchronized void dismiss(InetAddress address) {
        counts.computeIfPresent(address, (same, count) -> count > 1 ? count - 1 : null);
    }

    private boolean makeRoom() {
        Optional<OpenConnection> longest = open.keySet().stream()
                .filter(OpenConnection::isDispensable)
                .min(Comparator.comparingLong(
                        connection -> connection.deadline().end()));
        longest.ifPresent(OpenConnection::close);
        return longest.isPresent();
    }

    /** Runs the connection, which has a place, on a thread of its own. */
    void start(OpenConnection connection, InetAddress address) {
        open.put(connection, address);
        Thread thread = new Thread(null, () -> run(connection, address), "gatewright-outpost-" + address, STACK);
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (Error e) {
            open.remove(connection); // there are no more threads
            throw e;
        }
        if (closed) {
            connection.close();
        }
    }

    private void run(OpenConnection connection, InetAddress address) {
        try {
            connection.run();
        } catch (RuntimeException | Error e) {
            LOG.error("A connection of {} has failed", address, e);
        } finally {
            open.remove(connection);
            dismiss(address);
        }
    }

    private void watch() {
        while (!closed) {
            long now = System.nanoTime();
            open.keySet().stream()
                    .filter(connection -> connection.deadline().isOver(now))
                    .forEach(OpenConnection::close);
            LockSupport.parkNanos(ROUND.toNanos());
        }
    }

    /** Returns how many are open. */
    int count() {
        return open.size();
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watchdog);
        open.keySet().forEach(OpenConnection::close);
    }
}
