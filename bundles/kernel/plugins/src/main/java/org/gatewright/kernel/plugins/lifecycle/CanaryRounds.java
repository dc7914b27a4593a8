package org.gatewright.kernel.plugins.lifecycle;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets canaries be judged once a second. */
@Component(service = CanaryRounds.class, immediate = true)
public final class CanaryRounds {

    private static final Logger LOG = LoggerFactory.getLogger(CanaryRounds.class);
    private static final long PAUSE = 1000;

    private final StoredCanaries canaries;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread one = new Thread(task, "gatewright-plugin-canaries");
        one.setDaemon(true);
        return one;
    });

    /** Begins. */
    @Activate
    public CanaryRounds(@Reference StoredCanaries canaries) {
        this(canaries, PAUSE);
    }

    CanaryRounds(StoredCanaries canaries, long pause) {
        this.canaries = canaries;
        thread.scheduleWithFixedDelay(this::judge, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** Judges no more. */
    @Deactivate
    public void close() {
        thread.shutdownNow();
    }

    private void judge() {
        try {
            canaries.judge();
        } catch (RuntimeException e) {
            LOG.error("Canaries could not be judged; they are looked at again", e);
        }
    }
}
