package org.gatewright.kernel.plugins.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatewright.kernel.plugins.PluginVersion;
import org.gatewright.port.plugins.ArtifactReport;
import org.gatewright.port.plugins.KeptVersion;
import org.gatewright.port.store.PluginStore;
import org.gatewright.port.store.PluginStore.Wanted;
import org.gatewright.spi.error.GatewrightException;

/** Looks at artifacts and versions without changing anything. */
record Inspections(Staging staging, Versions decided) {

    /** Says what can be known of an artifact that nobody has installed yet. */
    ArtifactReport of(Artifact artifact, Instant now) {
        List<String> refusals = Stream.<Runnable>of(
                        () -> staging.refuseForeign(artifact.version()),
                        () -> refuseQuarantined(artifact.version()),
                        () -> staging.refuseOther(artifact))
                .flatMap(Inspections::refusal)
                .toList();
        return staging.door().report(artifact, now, refusals);
    }

    /** Refuses a version that nobody may call. */
    void refuseQuarantined(PluginVersion version) {
        Optional.ofNullable(decided.of(version.plugin()).quarantined().get(version.version()))
                .ifPresent(reason -> {
                    throw Refusals.of(version + " is quarantined. Release it first: " + reason);
                });
    }

    /** Lists the versions of a plug-in that could be used again. */
    List<KeptVersion> versions(String plugin) {
        Wanted wanted = decided.of(plugin);
        Optional<String> active = staging.active(wanted).map(PluginVersion::version);
        return Stream.of(
                        active.stream(),
                        wanted.canary().map(PluginStore.Canary::version).stream(),
                        wanted.before().stream(),
                        wanted.quarantined().keySet().stream().sorted(),
                        staging.newestBuiltIn(plugin).map(PluginVersion::version).stream())
                .flatMap(versions -> versions)
                .distinct()
                .map(version -> kept(wanted, version, active.equals(Optional.of(version))))
                .toList();
    }

    private KeptVersion kept(Wanted wanted, String version, boolean active) {
        PluginVersion one = new PluginVersion(wanted.plugin(), version);
        Optional<PluginStore.Artifact> artifact = staging.door().kept(one);
        return new KeptVersion(
                version,
                active,
                Optional.ofNullable(wanted.quarantined().get(version)),
                staging.isBuiltIn(one),
                artifact.map(PluginStore.Artifact::digest),
                artifact.map(PluginStore.Artifact::added));
    }

    private static Stream<String> refusal(Runnable check) {
        try {
            check.run();
            return Stream.of();
        } catch (GatewrightException e) {
            return Stream.of(e.detail());
        }
    }
}
