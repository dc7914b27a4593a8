package org.gatewright.kernel.plugins.lifecycle;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gatewright.kernel.plugins.PluginVersion;
import org.gatewright.kernel.plugins.guard.TripListener;
import org.gatewright.port.directory.Actor;
import org.gatewright.spi.error.GatewrightException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides about a version that is past its budget. It is cut off at once. If an earlier one can do its work it is quarantined; else it rests and is then tried again, since
 * nothing else would ever bring its types back.
 */
@Component(service = TripListener.class, immediate = true)
public final class Breaker implements TripListener {

    private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);
    private static final Duration FIRST_REST = Duration.ofSeconds(30);

    private final StoredLifecycle lifecycle;
    private final Versions versions;
    private final Decisions decisions;
    private final Rests rests;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "gatewright-plugin-breaker");
        thread.setDaemon(true);
        return thread;
    });

    /** Takes its parts. */
    @Activate
    public Breaker(@Reference StoredLifecycle lifecycle, @Reference Versions versions, @Reference Decisions decisions) {
        this(lifecycle, versions, decisions, FIRST_REST);
    }

    Breaker(StoredLifecycle lifecycle, Versions versions, Decisions decisions, Duration firstRest) {
        this.lifecycle = lifecycle;
        this.versions = versions;
        this.decisions = decisions;
        this.rests = new Rests(firstRest);
    }

    /** Decides nothing any more; versions that rest do so until the next start. */
    @Deactivate
    public void close() {
        threads.shutdownNow();
    }

    @Override
    public void tripped(String plugin, String version, String reason) {
        PluginVersion bad = new PluginVersion(plugin, version);
        versions.rest(bad, reason);
        soon(() -> decide(bad, reason), Duration.ZERO);
    }

    private void decide(PluginVersion bad, String reason) {
        if (isReplaced(bad, reason)) {
            versions.wake(bad); // what was decided of it keeps it away
            return;
        }
        Duration rest = rests.next(bad, System.nanoTime());
        LOG.error("The plug-in {} rests for {} seconds and is then tried again. {}", bad, rest.toSeconds(), reason);
        soon(() -> versions.wake(bad), rest);
        try {
            decisions.noteRest(bad, reason);
        } catch (GatewrightException e) {
            LOG.error("That the plug-in {} rests could not be recorded: {}", bad, e.detail());
        }
    }

    private boolean isReplaced(PluginVersion bad, String reason) {
        try {
            return lifecycle.replace(Actor.system(), bad, reason);
        } catch (GatewrightException e) {
            LOG.error("The plug-in {} could not be quarantined: {}", bad, e.detail());
            return false;
        }
    }

    private void soon(Runnable work, Duration wait) {
        try {
            threads.schedule(() -> logged(work), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The life cycle is closed");
        }
    }

    private static void logged(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("What becomes of a version that was cut off could not be decided", e);
        }
    }
}
