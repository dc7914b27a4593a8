package org.gatewright.kernel.plugins.lifecycle;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.gatewright.kernel.plugins.PluginVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends versions that were replaced, once no flow can be pinned to them any more or the deadline has come. */
final class Draining implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Draining.class);

    private final Duration deadline;
    private final Consumer<PluginVersion> end;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "gatewright-plugin-draining");
        thread.setDaemon(true);
        return thread;
    });

    /** Hands a version to {@code end} when its time has come; that one decides whether it still has to go. */
    Draining(Duration deadline, Consumer<PluginVersion> end) {
        this.deadline = deadline;
        this.end = end;
    }

    /** The version was replaced: flows that began with it end with it. */
    void replaced(PluginVersion version) {
        soon(version, deadline);
    }

    /** Nobody may use the version any more. */
    void dismissed(PluginVersion version) {
        soon(version, Duration.ZERO);
    }

    /** Waits a moment for a version that is just being ended. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("A version does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void soon(PluginVersion version, Duration wait) {
        try {
            thread.schedule(() -> ended(version), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The life cycle is closed; the next start ends {}", version);
        }
    }

    private void ended(PluginVersion version) {
        try {
            end.accept(version);
        } catch (RuntimeException e) {
            LOG.error("The version {} could not be ended", version, e);
        }
    }
}
