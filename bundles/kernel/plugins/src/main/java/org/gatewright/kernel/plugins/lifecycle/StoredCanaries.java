package org.gatewright.kernel.plugins.lifecycle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatewright.kernel.plugins.PluginVersion;
import org.gatewright.kernel.plugins.canary.CallFigures;
import org.gatewright.kernel.plugins.canary.CanaryRules;
import org.gatewright.kernel.plugins.canary.CanaryRules.Advice;
import org.gatewright.kernel.plugins.canary.Comparison;
import org.gatewright.kernel.plugins.lifecycle.Decisions.Deed;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.plugins.Audience;
import org.gatewright.port.plugins.PluginCanaries;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.plugins.PluginLifecycle.Change;
import org.gatewright.port.plugins.PluginLifecycle.Upload;
import org.gatewright.port.settings.Settings;
import org.gatewright.port.store.PluginStore;
import org.gatewright.port.store.PluginStore.Wanted;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Decides about canaries, in turn with all other decisions about versions. */
@Component(service = {PluginCanaries.class, StoredCanaries.class})
public final class StoredCanaries implements PluginCanaries {

    /** Kinds whose calls must not tell who somebody is: a version for some of them only would show in the time that it takes. */
    private static final Set<Kind> BLIND = EnumSet.of(Kind.CREDENTIAL_BACKEND, Kind.HASHER);

    private final StoredLifecycle lifecycle;
    private final Staging staging;
    private final Versions versions;
    private final Judging judging;

    /**
     * What is needed to judge.
     *
     * @param catalogue knows the types of the versions
     */
    record Judging(PluginCatalogue catalogue, CallFigures figures, CanaryRules rules, Clock clock) {}

    /** Judges by the settings. */
    @Activate
    public StoredCanaries(
            @Reference StoredLifecycle lifecycle,
            @Reference Staging staging,
            @Reference Versions versions,
            @Reference PluginCatalogue catalogue,
            @Reference CallFigures figures,
            @Reference Settings settings) {
        this(
                lifecycle,
                staging,
                versions,
                new Judging(catalogue, figures, CanaryRules.of(settings), Clock.systemUTC()));
    }

    StoredCanaries(StoredLifecycle lifecycle, Staging staging, Versions versions, Judging judging) {
        this.lifecycle = lifecycle;
        this.staging = staging;
        this.versions = versions;
        this.judging = judging;
    }

    @Override
    public Canary begin(Actor actor, Upload upload, Audience audience) {
        Artifact artifact = Artifact.read(upload);
        lifecycle.inTurn("canary", artifact.version().toString(), () -> begin(actor, artifact, audience));
        return of(artifact.version().plugin())
                .orElseThrow(() -> Refusals.of("The canary has ended already; the events say why."));
    }

    private Change begin(Actor actor, Artifact artifact, Audience audience) {
        PluginVersion version = artifact.version();
        Wanted wanted = lifecycle.known(version.plugin());
        PluginVersion active = staging.active(wanted)
                .orElseThrow(() -> Refusals.of("No version of " + version.plugin()
                        + " is active, so there is none beside which " + version.version() + " could be called."));
        if (active.equals(version)) {
            throw Refusals.of(version + " is active for everybody already.");
        }
        refuseBlind(active, audience);
        lifecycle.stage(artifact, wanted, Optional.of(active));
        return lifecycle.decided(
                actor,
                new Deed("plugin_canary_begun"),
                new Wanted(
                        version.plugin(),
                        Optional.of(active.version()),
                        wanted.before(),
                        wanted.quarantined(),
                        Optional.of(new PluginStore.Canary(version.version(), audience, now())),
                        wanted.revision()),
                Optional.of(active));
    }

    @Override
    public Change promote(Actor actor, String plugin) {
        return lifecycle.inTurn("promote", plugin, () -> {
            Wanted wanted = lifecycle.known(plugin);
            PluginVersion canary =
                    canary(wanted).orElseThrow(() -> Refusals.of("No version of " + plugin + " is a canary."));
            return promoted(actor, new Deed("plugin_promoted"), wanted, canary);
        });
    }

    @Override
    public Optional<Canary> of(String plugin) {
        Wanted wanted = versions.of(plugin);
        return wanted.canary().flatMap(canary -> pair(wanted)
                .map(pair -> new Canary(
                        plugin,
                        canary.version(),
                        pair.active().version(),
                        canary.audience(),
                        canary.begun(),
                        judging.figures().of(pair))));
    }

    /** Promotes canaries that have proved themselves, and falls back from those that are worse. */
    void judge() {
        versions.all().stream().filter(wanted -> wanted.canary().isPresent()).forEach(this::judge);
    }

    private void judge(Wanted wanted) {
        PluginStore.Canary canary = wanted.canary().orElseThrow();
        Duration age = Duration.between(canary.begun(), now());
        CanaryRules.Verdict verdict =
                judging.rules().judge(pair(wanted).map(judging.figures()::of).orElse(List.of()), age);
        if (verdict.advice() != Advice.WAIT) {
            lifecycle.inTurn("judge", wanted.plugin(), () -> follow(verdict, wanted));
        }
    }

    /** Does nothing if somebody has decided something else meanwhile. */
    private boolean follow(CanaryRules.Verdict verdict, Wanted judged) {
        Wanted wanted = lifecycle.known(judged.plugin());
        if (wanted.revision() != judged.revision()) {
            return false;
        }
        if (verdict.advice() == Advice.PROMOTE) {
            promoteOrFallBack(wanted, verdict.reason());
        } else {
            fallBack(wanted, verdict.reason());
        }
        return true;
    }

    /** What is not let in any more, as it is not the artifact that was kept, is not promoted. */
    private void promoteOrFallBack(Wanted wanted, String reason) {
        try {
            promoted(
                    Actor.system(),
                    new Deed("plugin_promoted", Optional.of(reason)),
                    wanted,
                    canary(wanted).orElseThrow());
        } catch (GatewrightException e) {
            if (e.code() != CommonError.PLUGIN_REFUSED) {
                throw e;
            }
            fallBack(wanted, e.detail());
        }
    }

    private void fallBack(Wanted wanted, String reason) {
        lifecycle.decided(
                Actor.system(),
                new Deed("plugin_fell_back", Optional.of(reason)),
                wanted.with(Optional.empty()),
                staging.active(wanted));
    }

    private Change promoted(Actor actor, Deed deed, Wanted wanted, PluginVersion canary) {
        Optional<PluginVersion> active = staging.active(wanted);
        staging.run(canary, active); // it does already, unless somebody has stopped its bundle
        return lifecycle.decided(actor, deed, StoredLifecycle.replaced(wanted, canary, active), active);
    }

    /** Refuses an audience to which no call of the plug-in would ever belong. */
    private void refuseBlind(PluginVersion active, Audience audience) {
        boolean blind = judging.catalogue().snapshot().types().stream()
                .filter(type ->
                        type.plugin().equals(active.plugin()) && type.version().equals(active.version()))
                .allMatch(type -> BLIND.contains(type.kind()));
        if (blind && audience.by() != Audience.By.SHARE) {
            throw Refusals.of(active.plugin() + " checks passwords, which must take the same time for everybody."
                    + " A version of it can be called for a share of all calls only: share=<percent>.");
        }
    }

    private Optional<Comparison.Pair> pair(Wanted wanted) {
        return canary(wanted)
                .flatMap(canary -> staging.active(wanted).map(active -> new Comparison.Pair(canary, active)));
    }

    private static Optional<PluginVersion> canary(Wanted wanted) {
        return wanted.canary().map(canary -> new PluginVersion(wanted.plugin(), canary.version()));
    }

    private Instant now() {
        return judging.clock().instant();
    }
}
