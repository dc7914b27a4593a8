package org.gatewright.kernel.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.gatewright.port.settings.Settings;
import org.gatewright.port.store.DocumentStore;
import org.gatewright.port.store.EventStore;
import org.gatewright.port.store.FlowStateStore;
import org.gatewright.port.store.GrantStore;
import org.gatewright.port.store.KeyStore;
import org.gatewright.port.store.SessionStore;
import org.gatewright.port.store.SingleUseStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what has expired, every five minutes. */
@Component(service = Cleaner.class, immediate = true)
public final class Cleaner {

    private static final Logger LOG = LoggerFactory.getLogger(Cleaner.class);
    private static final long PERIOD = 300;
    private static final long JITTER = 30;
    private static final int MOST_BATCHES = 100;
    private static final Duration REPLAY_MEMORY = Duration.ofHours(24);

    private final Map<String, ToIntFunction<Instant>> deletions = new LinkedHashMap<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = DaemonThread.named("gatewright-cleaner");
    private final Clock clock;

    /** Starts cleaning. */
    @Activate
    public Cleaner(
            @Reference Settings settings,
            @Reference FlowStateStore flows,
            @Reference SessionStore sessions,
            @Reference GrantStore grants,
            @Reference SingleUseStore values,
            @Reference KeyStore keys,
            @Reference EventStore events,
            @Reference DocumentStore documents) {
        this(settings, Clock.systemUTC(), flows, sessions, grants, values, keys, events, documents);
        scheduleNext();
    }

    Cleaner(
            Settings settings,
            Clock clock,
            FlowStateStore flows,
            SessionStore sessions,
            GrantStore grants,
            SingleUseStore values,
            KeyStore keys,
            EventStore events,
            DocumentStore documents) {
        this.clock = clock;
        Duration retention = Days.of(settings, "events", "retention", 365);
        deletions.put("flows", flows::deleteExpired);
        deletions.put("sessions", sessions::deleteExpired);
        deletions.put("grants", grants::deleteExpired);
        deletions.put("single-use values", now -> values.deleteExpired(now.minus(REPLAY_MEMORY)));
        deletions.put("keys", keys::deleteExpired);
        deletions.put("documents", documents::deleteExpired);
        deletions.put("events", now -> events.deleteBefore(now.minus(retention)));
    }

    /** Stops. */
    @Deactivate
    public void stop() {
        thread.shutdownNow();
    }

    private void scheduleNext() {
        long delay = PERIOD + ThreadLocalRandom.current().nextLong(-JITTER, JITTER + 1);
        thread.schedule(
                () -> {
                    try {
                        clean();
                    } finally {
                        scheduleNext();
                    }
                },
                delay,
                TimeUnit.SECONDS);
    }

    void clean() {
        deletions.forEach(this::clean);
    }

    private void clean(String things, ToIntFunction<Instant> deletion) {
        try {
            int deleted = batches(deletion);
            if (failing.remove(things)) {
                LOG.info("Expired {} are being deleted again", things);
            }
            LOG.debug("Deleted {} expired {}", deleted, things);
        } catch (RuntimeException e) {
            if (failing.add(things)) {
                LOG.warn("Expired {} could not be deleted; this is tried again every five minutes", things, e);
            }
        }
    }

    private int batches(ToIntFunction<Instant> deletion) {
        int deleted = 0;
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            int found = deletion.applyAsInt(clock.instant());
            if (found == 0) {
                break;
            }
            deleted += found;
        }
        return deleted;
    }
}
