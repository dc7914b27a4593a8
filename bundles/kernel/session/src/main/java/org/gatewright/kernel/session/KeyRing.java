package org.gatewright.kernel.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatewright.port.crypto.Sealer;
import org.gatewright.port.health.Health;
import org.gatewright.port.health.HealthCheck;
import org.gatewright.port.store.KeyStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds the signing keys in memory, makes the first ones, and follows what other nodes change. */
@Component(
        service = {KeyRing.class, HealthCheck.class},
        immediate = true)
public final class KeyRing implements HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);
    private static final Duration PERIOD = Duration.ofSeconds(60);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(5);

    private record State(KeySet keys, Instant loaded, String problem) {}

    private final KeyStore store;
    private final Sealer sealer;
    private final Clock clock;
    private final ScheduledExecutorService thread = DaemonThread.named("gatewright-keys");
    private volatile State state;

    /** Begins to load the keys. */
    @Activate
    public KeyRing(@Reference KeyStore store, @Reference Sealer sealer) {
        this(store, sealer, Clock.systemUTC());
        thread.execute(this::follow);
    }

    KeyRing(KeyStore store, Sealer sealer, Clock clock) {
        this.store = store;
        this.sealer = sealer;
        this.clock = clock;
        state = new State(new KeySet(List.of(), clock.instant()), Instant.MIN, "The signing keys are being loaded.");
    }

    /** Stops following. */
    @Deactivate
    public void stop() {
        thread.shutdownNow();
    }

    KeySet keys() {
        return state.keys();
    }

    /** Loads the keys again, unless that was done a moment ago: for a key that another node may just have made. */
    synchronized KeySet fresher() {
        if (state.loaded().isBefore(clock.instant().minus(LEAST_PAUSE))) {
            refresh();
        }
        return keys();
    }

    /** Loads the keys again, and makes the default key of an algorithm that has none. Keeps what it has if that fails. */
    synchronized void refresh() {
        try {
            List<LoadedKey> loaded = load();
            boolean made = makeMissing(loaded);
            state = new State(new KeySet(made ? load() : loaded, clock.instant()), clock.instant(), "");
        } catch (RuntimeException e) {
            LOG.debug("The signing keys could not be loaded", e);
            failed(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public Health check() {
        State now = state;
        boolean ready = now.keys().algorithms().containsAll(KeyAlgorithm.names());
        return new Health(ready, ready ? now.keys().keys().size() + " signing keys" : now.problem());
    }

    private void follow() {
        try {
            refresh();
        } finally {
            Duration pause = state.problem().isEmpty() ? PERIOD : RETRY;
            thread.schedule(this::follow, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void failed(String reason) {
        String problem = "The signing keys could not be loaded: " + reason;
        if (!problem.equals(state.problem())) {
            LOG.warn("{}", problem);
        }
        state = new State(state.keys(), clock.instant(), problem);
    }

    private List<LoadedKey> load() {
        Map<UUID, LoadedKey> known = keys().keys().stream()
                .collect(Collectors.toMap(key -> key.stored().id(), Function.identity()));
        List<LoadedKey> loaded = new ArrayList<>();
        for (KeyStore.Stored stored : store.list()) {
            LoadedKey same = known.get(stored.id());
            loaded.add(same == null ? open(stored) : same.with(stored));
        }
        return loaded;
    }

    private LoadedKey open(KeyStore.Stored stored) {
        return LoadedKey.open(stored, sealer)
                .orElseThrow(
                        () -> new IllegalStateException(
                                "The key \"" + stored.name()
                                        + "\" does not open with this secret key. Set GATEWRIGHT_SECRET_KEY to the one that the database was made with."));
    }

    private boolean makeMissing(List<LoadedKey> loaded) {
        boolean made = false;
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            boolean missing = loaded.stream()
                    .noneMatch(
                            key -> key.isDefault() && key.stored().algorithm().equals(algorithm.jwaName()));
            if (missing) {
                // another node may be faster: then its key is the one
                boolean ours = store.add(
                        LoadedKey.standard(algorithm, clock.instant(), sealer).stored());
                LOG.info(
                        "Made the default signing key for {}: {}",
                        algorithm.jwaName(),
                        ours ? "ours" : "another node's");
                made = true;
            }
        }
        return made;
    }
}
