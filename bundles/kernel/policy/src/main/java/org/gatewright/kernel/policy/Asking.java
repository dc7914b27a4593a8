package org.gatewright.kernel.policy;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.gatewright.port.plugins.Lease;
import org.jspecify.annotations.Nullable;

/** One question to one plug-in on a thread of its own. Lease and place are given back when the plug-in has really returned, also after nobody waits any more. */
final class Asking<P, T> implements Runnable {

    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private final Lease<P> lease;
    private final Function<P, T> question;
    private final Runnable done;
    private @Nullable Thread thread;
    private boolean abandoned;

    Asking(Lease<P> lease, Function<P, T> question, Runnable done) {
        this.lease = lease;
        this.question = question;
        this.done = done;
    }

    CompletableFuture<T> answer() {
        return answer;
    }

    /** Interrupts the plug-in: nobody waits for the answer any more. */
    synchronized void abandon() {
        abandoned = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Gives lease and place back. */
    void giveBack() {
        lease.close();
        done.run();
    }

    /** Answers after lease and place are given back, so that who asks again at once finds them free. */
    @Override
    public void run() {
        Runnable outcome = () -> answer.completeExceptionally(new IllegalStateException("nobody waited any more"));
        try {
            if (begin()) {
                T result = lease.call(question);
                outcome = () -> answer.complete(result);
            }
        } catch (RuntimeException | Error e) {
            outcome = () -> answer.completeExceptionally(e);
        } finally {
            end();
            giveBack();
        }
        outcome.run();
    }

    private synchronized boolean begin() {
        thread = Thread.currentThread();
        return !abandoned;
    }

    /** The thread goes on to other questions: an interrupt that was for this one must not reach them. */
    private synchronized void end() {
        thread = null;
        if (Thread.interrupted()) {
            abandoned = true;
        }
    }
}
