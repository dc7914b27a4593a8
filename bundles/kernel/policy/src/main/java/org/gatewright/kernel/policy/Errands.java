package org.gatewright.kernel.policy;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.plugins.Shelter;
import org.gatewright.spi.error.GatewrightException;

/**
 * What the one who asks does for the policy while it waits: on its own thread, and so in its transaction and on its connection. Were the policy to take a connection
 * of its own, as many who hold one and wait for a policy as there are connections would wait for ever.
 */
final class Errands {

    private final BlockingQueue<FutureTask<?>> waiting = new LinkedBlockingQueue<>();
    private boolean over;

    /** Has the work done, and waits for it; called by the policy. */
    <T> T run(Supplier<T> work) {
        FutureTask<T> errand = new FutureTask<>(work::get);
        add(errand);
        return Shelter.in(() -> result(errand));
    }

    /** Does errands until the answer is there. After that none is done any more. */
    void doUntil(CompletableFuture<?> answer, long milliseconds) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        answer.whenComplete((value, failure) -> waiting.add(new FutureTask<>(() -> value)));
        try {
            while (!answer.isDone()) {
                FutureTask<?> errand = waiting.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (errand == null) {
                    throw new TimeoutException();
                }
                errand.run();
            }
        } finally {
            close();
        }
    }

    private synchronized void add(FutureTask<?> errand) {
        if (over) {
            throw new IllegalStateException("a policy's context is valid during the call only");
        }
        waiting.add(errand);
    }

    private synchronized void close() {
        over = true;
        waiting.forEach(errand -> errand.cancel(false));
    }

    private static <T> T result(FutureTask<T> errand) {
        try {
            return errand.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (CancellationException e) {
            throw tooSlow();
        } catch (InterruptedException e) {
            errand.cancel(false);
            Thread.currentThread().interrupt();
            throw tooSlow();
        }
    }

    private static GatewrightException tooSlow() {
        return new GatewrightException(CommonError.PLUGIN_TOO_SLOW, "Nobody waits for the policy any more.");
    }
}
