package org.gatewright.kernel.policy;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.gatewright.port.plugins.Lease;
import org.gatewright.spi.error.GatewrightException;

/**
 * Threads on which policies run, so that one that hangs can be left behind. No type may hold more than its share of them.
 */
final class Voters implements AutoCloseable {

    private final int share;
    private final ThreadPoolExecutor threads;
    private final ConcurrentHashMap<String, Semaphore> shares = new ConcurrentHashMap<>();

    Voters(int most, int share) {
        this.share = share;
        this.threads = new ThreadPoolExecutor(0, most, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "gatewright-policies");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Says why there is no answer. */
    static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1L;

        private final String outcome;
        private final transient Optional<String> reason;

        NoAnswer(String outcome) {
            this(outcome, Optional.empty());
        }

        NoAnswer(String outcome, Optional<String> reason) {
            super(outcome, null, false, false);
            this.outcome = outcome;
            this.reason = reason;
        }

        /** Returns a sentence for the administrator, if the plug-in or the server has said one. */
        Optional<String> reason() {
            return reason;
        }

        /** Returns {@code timeout}, {@code busy}, {@code interrupted} or {@code error}. */
        String outcome() {
            return outcome;
        }
    }

    /** Asks the leased plug-in within the time, and takes the lease over. When the time is over the plug-in is interrupted and left behind. */
    <P, T> T ask(Lease<P> lease, long milliseconds, Errands errands, Function<P, T> question) throws NoAnswer {
        Semaphore places = shares.computeIfAbsent(lease.pin().type(), type -> new Semaphore(share));
        if (!places.tryAcquire()) {
            lease.close();
            throw new NoAnswer("busy");
        }
        Asking<P, T> asking = new Asking<>(lease, question, places::release);
        try {
            threads.execute(asking);
        } catch (RejectedExecutionException e) {
            asking.giveBack();
            throw new NoAnswer("busy");
        }
        return await(asking, milliseconds, errands);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static <T> T await(Asking<?, T> asking, long milliseconds, Errands errands) throws NoAnswer {
        try {
            errands.doUntil(asking.answer(), milliseconds);
            return asking.answer().get();
        } catch (TimeoutException e) {
            asking.abandon();
            throw new NoAnswer("timeout");
        } catch (InterruptedException e) {
            asking.abandon();
            Thread.currentThread().interrupt();
            throw new NoAnswer("interrupted");
        } catch (ExecutionException e) {
            throw new NoAnswer(
                    "error",
                    e.getCause() instanceof GatewrightException known ? Optional.of(known.detail()) : Optional.empty());
        }
    }
}
