package org.gatewright.kernel.plugins.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gatewright.kernel.plugins.PluginVersion;
import org.gatewright.kernel.plugins.UnresolvedBundle;
import org.gatewright.kernel.plugins.artifact.Admission;
import org.gatewright.kernel.plugins.lifecycle.Steps.Step;
import org.gatewright.kernel.plugins.services.PermittedServices;
import org.gatewright.port.configuration.Configuration;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.settings.Settings;
import org.gatewright.port.store.PluginStore;
import org.gatewright.port.store.PluginStore.Wanted;
import org.gatewright.spi.error.GatewrightException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings versions to run beside each other, and ends those that nobody needs. */
@Component(service = Staging.class)
public final class Staging {

    private static final Logger LOG = LoggerFactory.getLogger(Staging.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final PluginStore store;
    private final Versions versions;
    private final VersionBundles bundles;
    private final UnresolvedBundle unresolved;
    private final Trial trial;
    private final Draining draining;
    private final Door door;
    private final Steps steps;

    /** Works in the framework of the context. */
    @Activate
    public Staging(
            BundleContext context,
            @Reference PluginStore store,
            @Reference Versions versions,
            @Reference CatalogueWatch watch,
            @Reference Configuration configuration,
            @Reference Settings settings,
            @Reference Admission admission,
            @Reference PermittedServices services,
            @Reference Steps steps) {
        this(
                context,
                new Door(store, admission),
                versions,
                new Trial(
                                watch,
                                new ConfiguredInstances(configuration, TimeLimit.of(settings)),
                                new SelfTests(context, TimeLimit.of(settings)),
                                PATIENCE)
                        .explainedBy(services::withheld),
                new Times(DrainTime.of(settings), STOP),
                steps);
    }

    /**
     * How long versions may take to go.
     *
     * @param drain for the flows that began with them
     * @param stop for their code that stops
     */
    record Times(Duration drain, Duration stop) {}

    Staging(BundleContext context, Door door, Versions versions, Trial trial, Times times, Steps steps) {
        this.store = door.store();
        this.versions = versions;
        this.bundles = new VersionBundles(context, times.stop());
        this.unresolved = new UnresolvedBundle(context);
        this.trial = trial;
        this.door = door;
        this.steps = steps;
        this.draining = new Draining(times.drain(), this::end);
    }

    /** Ends nothing any more: the framework does so. */
    @Deactivate
    public void close() {
        draining.close();
    }

    /** Returns the version that new calls go to: the wanted one, or that of the distribution if nothing was ever decided. */
    Optional<PluginVersion> active(Wanted wanted) {
        return wanted.revision() > 0
                ? wanted.version().map(version -> new PluginVersion(wanted.plugin(), version))
                : newestBuiltIn(wanted.plugin());
    }

    /** Returns the newest version of the plug-in that is a part of the distribution. */
    Optional<PluginVersion> newestBuiltIn(String plugin) {
        return bundles.builtIn(plugin).max(Comparator.comparing(version -> Version.parseVersion(version.version())));
    }

    /** Tells whether the version can be run. */
    boolean exists(PluginVersion version) {
        return bundles.find(version).isPresent()
                || store.artifacts().stream().anyMatch(artifact -> isOf(artifact, version));
    }

    /** Refuses a symbolic name that is that of a part of the server. */
    void refuseForeign(PluginVersion version) {
        if (bundles.isPartOfServer(version.plugin())) {
            throw Refusals.of("The symbolic name " + version.plugin()
                    + " is that of a part of the server, which no plug-in can replace. Give the bundle another one.");
        }
    }

    /** Refuses an artifact that is not to be let in. */
    void admit(Artifact artifact, Instant now) {
        door.admit(artifact, now);
        steps.reached(Step.READ, artifact.version());
    }

    /** Returns what is said of artifacts. */
    Door door() {
        return door;
    }

    /** Tells whether the version is a part of the distribution. */
    boolean isBuiltIn(PluginVersion version) {
        return bundles.isBuiltIn(version);
    }

    /** Refuses other content under a version that is known. */
    void refuseOther(Artifact artifact) {
        PluginVersion version = artifact.version();
        if (bundles.isBuiltIn(version)) {
            throw Refusals.of(version + " is a part of the distribution. Give yours another Bundle-Version.");
        }
        if (door.kept(version)
                .filter(known -> !known.digest().equals(artifact.digest()))
                .isPresent()) {
            throw Refusals.of(version + " was installed with other content already. Raise the Bundle-Version.");
        }
    }

    /** Keeps an artifact; false if it is kept already. */
    boolean keep(Artifact artifact, Instant now) {
        PluginVersion version = artifact.version();
        refuseOther(artifact);
        boolean added = door.kept(version).isEmpty()
                && store.add(
                        new PluginStore.Artifact(
                                version.plugin(), version.version(), artifact.digest(), artifact.content().length, now),
                        artifact.content());
        steps.reached(Step.KEPT, version);
        return added;
    }

    /** Tells whether this content is kept because of one of the decisions. */
    boolean hasKept(String digest, List<Wanted> decisions) {
        return store.artifacts().stream()
                .filter(artifact -> artifact.digest().equals(digest))
                .anyMatch(artifact -> decisions.stream().anyMatch(decision -> names(decision, artifact)));
    }

    /** Forgets an artifact that did not come to anything. */
    void drop(PluginVersion version) {
        store.delete(version.plugin(), version.version());
    }

    /** Runs a version that nobody may call yet, and tries it; if it is refused it is gone again. */
    void run(PluginVersion version, Optional<PluginVersion> before) {
        if (!bundles.isBuiltIn(version)) {
            door.admitKept(version);
        }
        if (isCalled(version)) {
            return; // it drains, and its flows go on
        }
        versions.tryOut(version);
        try {
            started(version);
            steps.reached(Step.RUNNING, version);
            trial.run(version, before);
            steps.reached(Step.TRIED, version);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            undo(version);
            throw new GatewrightException(CommonError.CONFLICT, "The server is being stopped.");
        } catch (GatewrightException e) {
            undo(version);
            steps.refused(version, e.detail());
            throw e;
        } catch (RuntimeException e) {
            undo(version);
            throw e;
        }
    }

    /** Returns the first version that can be run and passes its trial. */
    Optional<PluginVersion> firstThatRuns(Stream<PluginVersion> candidates) {
        return candidates.filter(this::runs).findFirst();
    }

    /** Lets go of what is no longer wanted: at once if nobody may call it, else when its flows are over. */
    void settle(Wanted next, Optional<PluginVersion> before) {
        before.filter(version -> !versions.isWanted(version) && !versions.isCanary(version))
                .ifPresent(version -> {
                    if (next.version().isEmpty() || next.quarantined().containsKey(version.version())) {
                        draining.dismissed(version);
                    } else {
                        draining.replaced(version);
                    }
                });
        dropAllBut(List.of(next), next.plugin()::equals);
    }

    /** Forgets the artifacts of plug-ins that no decision names, and returns whose: those of updates that were cut short, and old ones. */
    List<PluginVersion> dropAllBut(List<Wanted> decisions, Predicate<String> plugins) {
        return store.artifacts().stream()
                .filter(artifact -> plugins.test(artifact.plugin()))
                .filter(artifact -> decisions.stream().noneMatch(decision -> names(decision, artifact)))
                .filter(artifact -> store.delete(artifact.plugin(), artifact.version()))
                .map(artifact -> new PluginVersion(artifact.plugin(), artifact.version()))
                .toList();
    }

    private static boolean names(Wanted decision, PluginStore.Artifact artifact) {
        return decision.plugin().equals(artifact.plugin())
                && (decision.version().equals(Optional.of(artifact.version()))
                        || decision.canary().map(PluginStore.Canary::version).equals(Optional.of(artifact.version()))
                        || decision.before().contains(artifact.version())
                        || decision.quarantined().containsKey(artifact.version()));
    }

    /** Ends a version unless it is needed again. */
    void end(PluginVersion version) {
        synchronized (bundles) { // what is being ended is not started before it is gone
            if (!versions.isNeeded(version) && bundles.end(version)) {
                steps.reached(Step.LET_GO, version);
            }
        }
    }

    /** Lists versions in the framework that came by the life cycle. */
    List<PluginVersion> installed() {
        return bundles.ours().toList();
    }

    /** Tells whether the version runs and was tried before; if so it is not ended before the next decision. */
    private boolean isCalled(PluginVersion version) {
        synchronized (bundles) {
            versions.hold(version);
            return !bundles.isEnding(version) && trial.isPassed(version);
        }
    }

    private boolean runs(PluginVersion version) {
        try {
            run(version, Optional.empty());
            return true;
        } catch (GatewrightException e) {
            LOG.warn("The plug-in {} cannot take over: {}", version, e.detail());
            return false;
        }
    }

    private void started(PluginVersion version) {
        try {
            synchronized (bundles) {
                bundles.start(version, () -> door.content(version));
            }
        } catch (BundleException e) {
            String reason =
                    bundles.find(version).flatMap(unresolved::reason).orElseGet(() -> String.valueOf(e.getMessage()));
            throw Refusals.of(version + " does not start. " + reason);
        }
    }

    private void undo(PluginVersion version) {
        synchronized (bundles) {
            if (!versions.isWanted(version)) {
                bundles.end(version); // before anybody could call it
            }
        }
        versions.giveUp(version);
    }

    private static boolean isOf(PluginStore.Artifact artifact, PluginVersion version) {
        return artifact.plugin().equals(version.plugin()) && artifact.version().equals(version.version());
    }
}
