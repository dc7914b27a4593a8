package org.gatewright.kernel.plugins.lifecycle;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gatewright.kernel.plugins.PluginVersion;
import org.gatewright.kernel.plugins.lifecycle.Decisions.Deed;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.plugins.ArtifactReport;
import org.gatewright.port.plugins.KeptVersion;
import org.gatewright.port.plugins.PluginLifecycle;
import org.gatewright.port.store.PluginStore.Wanted;
import org.gatewright.spi.error.GatewrightException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Decides about versions, one change at a time: runs what is to come, tries it, keeps the decision, switches, and lets go of what was. */
@Component(service = {PluginLifecycle.class, StoredLifecycle.class})
public final class StoredLifecycle implements PluginLifecycle {

    /** Versions that one can go back to. */
    private static final int KEPT = 3;

    private final Staging staging;
    private final Decisions decisions;
    private final Versions versions;
    private final ChangeTurns turns;
    private final Clock clock;
    private final Inspections inspections;

    /** Takes its parts. */
    @Activate
    public StoredLifecycle(
            @Reference Staging staging,
            @Reference Decisions decisions,
            @Reference Versions versions,
            @Reference ChangeTurns turns) {
        this(staging, decisions, versions, turns, Clock.systemUTC());
    }

    StoredLifecycle(Staging staging, Decisions decisions, Versions versions, ChangeTurns turns, Clock clock) {
        this.staging = staging;
        this.decisions = decisions;
        this.versions = versions;
        this.turns = turns;
        this.clock = clock;
        this.inspections = new Inspections(staging, versions);
    }

    @Override
    public Change install(Actor actor, Upload upload) {
        Artifact artifact = Artifact.read(upload);
        return turns.take("install", artifact.version().toString(), () -> install(actor, artifact));
    }

    @Override
    public Change update(Actor actor, Upload upload) {
        Artifact artifact = Artifact.read(upload);
        return turns.take("update", artifact.version().toString(), () -> {
            known(artifact.version().plugin());
            return install(actor, artifact);
        });
    }

    @Override
    public Change rollback(Actor actor, String plugin) {
        return turns.take("rollback", plugin, () -> {
            Wanted wanted = known(plugin);
            Optional<PluginVersion> active = staging.active(wanted);
            if (wanted.canary().isPresent()) {
                return decided(actor, new Deed("plugin_fell_back"), wanted.with(Optional.empty()), active);
            }
            PluginVersion target = earlier(wanted)
                    .findFirst()
                    .orElseThrow(() -> Refusals.of("There is no version of " + plugin + " to go back to."));
            staging.run(target, active);
            return decided(
                    actor,
                    new Deed("plugin_rolled_back"),
                    new Wanted(
                            plugin,
                            Optional.of(target.version()),
                            without(wanted.before(), target.version()),
                            wanted.quarantined(),
                            wanted.revision()),
                    active);
        });
    }

    @Override
    public Change quarantine(Actor actor, String plugin, String version, String reason) {
        return turns.take("quarantine", plugin + " " + version, () -> {
            Wanted wanted = known(plugin);
            PluginVersion bad = new PluginVersion(plugin, version);
            if (!staging.exists(bad)) {
                throw Refusals.unknown(plugin + " " + version);
            }
            Optional<PluginVersion> heir =
                    heir(wanted, bad); // runs before the other is cut off, so that nobody is left without
            versions.cutOff(bad, reason, heir);
            return quarantined(actor, bad, heir, reason);
        });
    }

    /** Quarantines a version if another one can do its work; false, and nothing is decided, if there is none. */
    boolean replace(Actor actor, PluginVersion bad, String reason) {
        return turns.take("quarantine", bad.toString(), () -> {
            Wanted wanted = known(bad.plugin());
            if (wanted.quarantined().containsKey(bad.version())) {
                return true;
            }
            Optional<PluginVersion> heir = heir(wanted, bad);
            heir.ifPresent(one -> quarantined(actor, bad, heir, reason));
            return heir.isPresent();
        });
    }

    /** Returns the version that is active without the bad one. */
    private Optional<PluginVersion> heir(Wanted wanted, PluginVersion bad) {
        Optional<PluginVersion> active = staging.active(wanted);
        return active.equals(Optional.of(bad)) ? staging.firstThatRuns(earlier(wanted)) : active;
    }

    private Change quarantined(Actor actor, PluginVersion bad, Optional<PluginVersion> heir, String reason) {
        Wanted wanted = decisions.of(bad.plugin());
        Optional<PluginVersion> active = staging.active(wanted);
        Map<String, String> quarantined = new HashMap<>(wanted.quarantined());
        quarantined.put(bad.version(), reason);
        return decided(
                actor,
                new Deed("plugin_quarantined"),
                new Wanted(
                        bad.plugin(),
                        heir.map(PluginVersion::version),
                        heir.map(one -> without(wanted.before(), one.version())).orElse(wanted.before()),
                        quarantined,
                        wanted.canary().filter(canary -> heir.equals(active)).filter(canary -> !canary.version()
                                .equals(bad.version())),
                        wanted.revision()),
                active);
    }

    @Override
    public Change release(Actor actor, String plugin, String version) {
        return turns.take("release", plugin + " " + version, () -> {
            Wanted wanted = known(plugin);
            if (!wanted.quarantined().containsKey(version)) {
                throw Refusals.of("Version " + version + " of " + plugin + " is not quarantined.");
            }
            Optional<PluginVersion> active = staging.active(wanted);
            PluginVersion released = new PluginVersion(plugin, version);
            staging.run(released, active);
            return decided(actor, new Deed("plugin_released"), replaced(wanted, released, active), active);
        });
    }

    @Override
    public Change uninstall(Actor actor, String plugin) {
        return turns.take("uninstall", plugin, () -> {
            Wanted wanted = known(plugin);
            Optional<PluginVersion> active = staging.active(wanted);
            List<String> before =
                    active.map(one -> with(one.version(), wanted.before())).orElse(wanted.before());
            return decided(
                    actor,
                    new Deed("plugin_uninstalled"),
                    new Wanted(plugin, Optional.empty(), before, wanted.quarantined(), wanted.revision()),
                    active);
        });
    }

    @Override
    public ArtifactReport inspect(Upload upload) {
        return inspections.of(Artifact.read(upload), clock.instant());
    }

    @Override
    public Optional<ArtifactReport> artifact(String plugin, String version) {
        return staging.door().report(new PluginVersion(plugin, version));
    }

    @Override
    public List<KeptVersion> versions(String plugin) {
        return inspections.versions(plugin);
    }

    @Override
    public boolean knows(Upload upload) {
        return turns.between(() -> staging.hasKept(Artifact.digest(upload), versions.all()));
    }

    private Change install(Actor actor, Artifact artifact) {
        PluginVersion version = artifact.version();
        Wanted wanted = decisions.of(version.plugin());
        Optional<PluginVersion> active = staging.active(wanted);
        stage(artifact, wanted, active);
        if (active.equals(Optional.of(version))) {
            return new Change(version.plugin(), Optional.of(version.version()), Optional.of(version.version()));
        }
        String action = active.isPresent() ? "plugin_updated" : "plugin_installed";
        return decided(actor, new Deed(action), replaced(wanted, version, active), active);
    }

    /** Keeps the artifact, and runs its version beside the active one unless it is that. Nothing is left of one that is refused. */
    void stage(Artifact artifact, Wanted wanted, Optional<PluginVersion> active) {
        PluginVersion version = artifact.version();
        staging.refuseForeign(version);
        inspections.refuseQuarantined(version);
        staging.admit(artifact, clock.instant());
        boolean kept = staging.keep(artifact, clock.instant());
        try {
            if (!active.equals(Optional.of(version))) {
                staging.run(version, active);
            }
        } catch (GatewrightException e) {
            if (kept) {
                staging.drop(version);
            }
            throw e;
        }
    }

    Change decided(Actor actor, Deed deed, Wanted next, Optional<PluginVersion> active) {
        Optional<PluginVersion> canary =
                decisions.of(next.plugin()).canary().map(one -> new PluginVersion(next.plugin(), one.version()));
        Change change = new Change(next.plugin(), active.map(PluginVersion::version), next.version());
        decisions.take(actor, deed, next, change);
        staging.settle(next, active);
        staging.settle(next, canary);
        return change;
    }

    /** The new version follows the active one. */
    static Wanted replaced(Wanted wanted, PluginVersion version, Optional<PluginVersion> active) {
        List<String> before =
                active.map(one -> with(one.version(), wanted.before())).orElse(wanted.before());
        Map<String, String> quarantined = new HashMap<>(wanted.quarantined());
        quarantined.remove(version.version());
        return new Wanted(
                wanted.plugin(),
                Optional.of(version.version()),
                without(before, version.version()),
                quarantined,
                wanted.revision());
    }

    /** Versions that may take over, the last one first. */
    private Stream<PluginVersion> earlier(Wanted wanted) {
        return wanted.before().stream()
                .filter(version -> !wanted.quarantined().containsKey(version))
                .map(version -> new PluginVersion(wanted.plugin(), version))
                .filter(staging::exists);
    }

    /** Makes another change in its turn. */
    <T> T inTurn(String action, String plugin, Supplier<T> change) {
        return turns.take(action, plugin, change);
    }

    Wanted known(String plugin) {
        Wanted wanted = decisions.of(plugin);
        if (wanted.revision() == 0 && staging.active(wanted).isEmpty()) {
            throw Refusals.unknown(plugin);
        }
        return wanted;
    }

    private static List<String> with(String version, List<String> versions) {
        return Stream.concat(Stream.of(version), versions.stream())
                .distinct()
                .limit(KEPT)
                .toList();
    }

    private static List<String> without(List<String> versions, String version) {
        return versions.stream().filter(one -> !one.equals(version)).toList();
    }
}
