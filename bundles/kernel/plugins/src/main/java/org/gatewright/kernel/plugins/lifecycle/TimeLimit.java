package org.gatewright.kernel.plugins.lifecycle;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.gatewright.port.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets foreign code of a version on trial run on a thread of its own, which it may never give back, and waits for it so long at most. */
record TimeLimit(Duration limit) {

    private static final Logger LOG = LoggerFactory.getLogger(TimeLimit.class);
    private static final String DEFAULT_SECONDS = "10";

    /** Reads the setting {@code plugins.self_test_seconds}. */
    static TimeLimit of(Settings settings) {
        return new TimeLimit(Duration.ofSeconds(
                Long.parseLong(settings.get("plugins", "self_test_seconds").orElse(DEFAULT_SECONDS))));
    }

    /**
     * Returns what the call returns, or else what the other function makes of what went wrong.
     *
     * @param name what begins a sentence about it
     * @param failed gets the end of that sentence
     */
    <R> R call(String name, Callable<R> call, Function<String, R> failed) throws InterruptedException {
        FutureTask<R> task = new FutureTask<>(call);
        Thread thread = new Thread(task, "gatewright-plugin-trial " + name);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable failure = Objects.requireNonNullElse(e.getCause(), e); // one that cannot be told
            return failed.apply("failed: " + failure.getClass().getName() + ".");
        } catch (TimeoutException e) {
            LOG.warn("{} is late; its thread is “{}”", name, thread.getName(), e);
            return failed.apply("has not ended within " + limit.toSeconds() + " seconds.");
        } finally {
            task.cancel(true);
        }
    }
}
