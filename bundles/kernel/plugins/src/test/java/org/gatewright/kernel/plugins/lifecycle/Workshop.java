package org.gatewright.kernel.plugins.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.gatewright.kernel.plugins.DropFolder;
import org.gatewright.kernel.plugins.ServiceCatalogue;
import org.gatewright.kernel.plugins.artifact.Admission;
import org.gatewright.kernel.plugins.canary.CanaryRules;
import org.gatewright.kernel.plugins.guard.GuardLimits;
import org.gatewright.kernel.plugins.guard.TripListener;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.events.Event;
import org.gatewright.port.events.Events;
import org.gatewright.port.health.Health;
import org.gatewright.port.metrics.Meter;
import org.gatewright.port.plugins.CatalogueListener;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.plugins.PluginLifecycle;
import org.gatewright.port.plugins.PluginLifecycle.Upload;
import org.gatewright.port.plugins.TypeVersion;
import org.gatewright.port.plugins.VersionState;
import org.gatewright.port.store.PluginStore;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.testkit.port.FakeSettings;
import org.gatewright.testkit.port.FixedClock;
import org.gatewright.testkit.port.InMemoryDatabase;
import org.gatewright.testkit.port.RecordingEvents;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceRegistration;

/** The life cycle over a framework and stores in memory. */
final class Workshop extends Bundles implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration SELF_TEST = Duration.ofSeconds(2);
    private static final GuardLimits LIMITS = new GuardLimits(Map.of(Kind.STAGE, Duration.ofSeconds(1)), 4, 50);

    private static final CanaryRules RULES = new CanaryRules(10, 40, Duration.ofMinutes(30), 5, 50);

    private final Duration drain;
    private final InMemoryDatabase database = new InMemoryDatabase();
    private final FixedClock clock = new FixedClock();
    private final RecordingEvents events = new RecordingEvents(database, clock);
    private final CountingMeter meter = new CountingMeter();
    private final Set<String> instances = new HashSet<>();
    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
    private final Set<String> lost = new HashSet<>();
    private Life life = Life.unharmed();
    private Optional<String> misfit = Optional.empty();
    private FakeSettings settings = new FakeSettings();
    private ServiceCatalogue catalogue;
    private Versions versions;
    private Staging staging;
    private CompletableFuture<Convergence> begun = new CompletableFuture<>();
    private Runnable onRead = () -> {};
    private Runnable onWanted = () -> {};
    private final Progress progress = new Progress();
    private Convergence convergence;
    private PluginLifecycle lifecycle;
    private StoredCanaries canaries;
    private Breaker breaker;
    private ServiceRegistration<TripListener> breaking;
    private ServiceRegistration<CatalogueListener> listening;

    Workshop() throws Exception {
        this(Duration.ofMillis(100));
    }

    /** What is replaced drains so long. */
    Workshop(Duration drain) throws Exception {
        this.drain = drain;
        begin();
    }

    private void begin() throws InterruptedException {
        catalogue = new ServiceCatalogue(felix.context(), Duration.ofMillis(100), LIMITS);
        CatalogueWatch watch = new CatalogueWatch(catalogue);
        listening = felix.context().registerService(CatalogueListener.class, watch, null);
        versions = new Versions(catalogue);
        PluginStore plugins = life.around(PluginStore.class, database.plugins());
        PluginStore read = new ReadPlugins(plugins, () -> onRead.run(), () -> onWanted.run());
        Steps steps = new Steps(log::add, progress);
        staging = new Staging(
                life.around(felix.context()),
                new Door(read, new Admission(felix.context(), settings)),
                versions,
                new Trial(watch, new Made(), new SelfTests(felix.context(), new TimeLimit(SELF_TEST)), PATIENCE),
                new Staging.Times(drain, Duration.ofSeconds(3)),
                steps);
        CanaryMeter canaryMeter = new CanaryMeter();
        canaryMeter.bind(meter);
        Decisions decisions = new Decisions(
                plugins,
                life.around(database.transactions()),
                life.around(Events.class, events),
                versions,
                canaryMeter,
                steps);
        convergence = new Convergence(read, versions, staging, decisions, steps);
        StoredLifecycle stored =
                new StoredLifecycle(staging, decisions, versions, new ChangeTurns(convergence, progress), clock);
        lifecycle = stored;
        begun.complete(convergence);
        canaries = new StoredCanaries(
                stored, staging, versions, new StoredCanaries.Judging(catalogue, catalogue, RULES, clock));
        breaker = new Breaker(stored, versions, decisions, Duration.ofMillis(300));
        breaking = felix.context().registerService(TripListener.class, breaker, null);
        convergence.await();
    }

    /** The same framework and database, but all that was in memory is gone. */
    void restart() throws Exception {
        end();
        begun = new CompletableFuture<>();
        for (var bundle : felix.context().getBundles()) {
            if (bundle.getBundleId() != 0) {
                stop(bundle);
            }
            if (bundle.getLocation().startsWith(DISTRIBUTION)) {
                bundle.start();
            }
        }
        begin();
    }

    private void end() {
        breaking.unregister();
        breaker.close();
        convergence.close();
        staging.close();
        listening.unregister();
        catalogue.close();
    }

    /** The same, and the process that begins lives so long. */
    void restart(Life next) throws Exception {
        life = next;
        restart();
    }

    /** Returns what the log says of the steps of changes, and of starts, since it was asked the last time. */
    List<String> log() {
        List<String> said = new ArrayList<>();
        log.drainTo(said);
        return said;
    }

    /** Looks at a folder until it is closed. */
    DropIns dropIns(DropFolder folder) {
        return new DropIns(folder, lifecycle, versions, events);
    }

    PluginLifecycle lifecycle() {
        return lifecycle;
    }

    Progress progress() {
        return progress;
    }

    StoredCanaries canaries() {
        return canaries;
    }

    /** Lets time pass. */
    void pass(Duration time) {
        clock.advance(time);
    }

    /** Returns what was counted of canaries, as {@code version outcome}. */
    List<String> counted() {
        return meter.counted;
    }

    /** Returns the reason of the last event. */
    Optional<String> reason() {
        List<Event> recorded = events.recorded();
        return recorded.get(recorded.size() - 1).context().text("reason");
    }

    PluginCatalogue catalogue() {
        return catalogue;
    }

    /** From the next start on a key behind one of these certificates must have signed every artifact. */
    void trustOnly(String certificates) {
        settings = settings.with("plugins", "require_signature", "true").with("plugins", "trust_store", certificates);
    }

    FixedClock clock() {
        return clock;
    }

    /** From now on there are instances of the type. */
    void instancesOf(String type) {
        instances.add(type);
    }

    /** From now on some settings fit no version. */
    void misfit(String words) {
        misfit = Optional.of(words);
    }

    /** Starts a version that is a part of the distribution; the framework does so at every start. */
    void builtIn(String version) throws BundleException {
        felix.context()
                .installBundle(
                        DISTRIBUTION + version,
                        new ByteArrayInputStream(
                                plugin("org.example.echo", version, Map.of()).content()))
                .start();
        eventually(() -> active().equals(Optional.of(version)));
    }

    /** Keeps an artifact about which nothing is decided. */
    void keep(String version, Upload upload) {
        database.plugins()
                .add(
                        new PluginStore.Artifact(
                                "org.example.echo",
                                version,
                                Artifact.digest(upload),
                                upload.content().length,
                                clock.instant()),
                        upload.content());
    }

    /** Happens at the next start before it knows what is wanted, but after everything else is there. */
    void earlyInTheStart(Runnable what) {
        onWanted = () -> {
            begun.join();
            what.run();
        };
    }

    /** Puts other content in the place of that of a kept artifact, past its digest. */
    void replaceKept(String version, byte[] content) {
        PluginStore.Artifact kept = database.plugins().artifacts().stream()
                .filter(artifact -> artifact.version().equals(version))
                .findFirst()
                .orElseThrow();
        database.plugins().delete(kept.plugin(), version);
        database.plugins().add(kept, content);
    }

    /** The server is stopped in the middle of its next start, when it reads an artifact. */
    void stopWhileStarting() {
        onRead = () -> {
            eventually(() -> active().isPresent()); // the version of the distribution runs by itself
            begun.join().close();
        };
    }

    /** The database answers no longer when an artifact is read. */
    void failWhileStarting() {
        onRead = () -> {
            throw new GatewrightException(CommonError.STORE_UNAVAILABLE, "The database does not answer.");
        };
    }

    /** Nothing happens any more when an artifact is read. */
    void startWell() {
        onRead = () -> {};
    }

    Health health() {
        return convergence.check();
    }

    /** Returns what is wanted of all plug-ins, as it is stored. */
    List<PluginStore.Wanted> stored() {
        return database.plugins().wanted();
    }

    /** Returns the version that is to run: the wanted one, or that of the distribution if nothing was decided. */
    Optional<String> toRun() {
        return stored().isEmpty() ? builtIns().findFirst() : wanted();
    }

    /** Returns the version that is wanted, as it is stored. */
    Optional<String> wanted() {
        return database.plugins().wanted().get(0).version();
    }

    /** Takes a version out of the database and the framework. */
    void lose(String version) throws BundleException {
        database.plugins().delete("org.example.echo", version);
        clear(version);
        lost.add(version);
    }

    /** Tells whether the version was taken out of the database. */
    boolean isLost(String version) {
        return lost.contains(version);
    }

    Optional<String> active() {
        return catalogue.snapshot().active(Kind.STAGE, "echo").map(TypeVersion::version);
    }

    /** The state of each version of every type that is there. */
    Map<String, VersionState> states() {
        return catalogue.snapshot().types().stream()
                .filter(type -> type.state() != VersionState.GONE)
                .collect(Collectors.toMap(TypeVersion::version, TypeVersion::state));
    }

    List<String> kept() {
        return database.plugins().artifacts().stream()
                .map(PluginStore.Artifact::version)
                .toList();
    }

    List<String> actions() {
        return events.actions();
    }

    @Override
    public void close() throws Exception {
        end();
        felix.close();
    }

    private static final class CountingMeter implements Meter {

        private final List<String> counted = new CopyOnWriteArrayList<>();

        @Override
        public void time(String name, Map<String, String> labels, long nanoseconds) {
            // the catalogue finds its meter elsewhere
        }

        @Override
        public void count(String name, Map<String, String> labels) {
            assertThat(name).isEqualTo("plugin_canary_total");
            counted.add(labels.get("version") + " " + labels.get("outcome"));
        }
    }

    private final class Made implements Instances {

        @Override
        public boolean exist(TypeVersion type) {
            return instances.contains(type.type());
        }

        @Override
        public Optional<String> misfit(TypeVersion type) {
            return misfit;
        }
    }
}
