package org.gatewright.kernel.plugins.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatewright.kernel.plugins.PluginVersion;
import org.gatewright.kernel.plugins.artifact.Admission;
import org.gatewright.port.plugins.ArtifactReport;
import org.gatewright.port.plugins.PluginLifecycle.Upload;
import org.gatewright.port.store.PluginStore;
import org.gatewright.spi.error.GatewrightException;

/** Lets artifacts in: new ones, and kept ones before each start, as what is trusted may have changed since they were kept. */
record Door(PluginStore store, Admission admission) {

    /** Refuses a new artifact that is not to be let in. */
    void admit(Artifact artifact, Instant now) {
        admission.admit(artifact.jar(), now);
    }

    /** Refuses a kept artifact that is not to be let in any more. That its signer's certificate has expired since it was kept does not matter. */
    void admitKept(PluginVersion version) {
        PluginStore.Artifact kept = kept(version).orElseThrow(() -> gone(version));
        Artifact artifact = Artifact.read(new Upload(version.toString(), content(version)));
        if (!artifact.digest().equals(kept.digest())) {
            throw Refusals.of("The artifact of " + version + " is not the one that was kept: its digest is another.");
        }
        admission.admit(artifact.jar(), kept.added());
    }

    /** Says what can be known of a new artifact; these sentences, too, stand against it. */
    ArtifactReport report(Artifact artifact, Instant now, List<String> refusals) {
        List<String> problems = Stream.concat(refusals.stream(), admission.problems(artifact.jar(), now).stream())
                .toList();
        return new ArtifactReport(
                artifact.version().plugin(),
                artifact.version().version(),
                artifact.digest(),
                artifact.content().length,
                admission.signers(artifact.jar(), now),
                admission.permissions(artifact.jar()),
                admission.sboms(artifact.jar()),
                problems);
    }

    /** Says what can be known of a kept artifact. */
    Optional<ArtifactReport> report(PluginVersion version) {
        return kept(version).map(kept -> {
            Artifact artifact = Artifact.read(new Upload(version.toString(), content(version)));
            return report(artifact, kept.added(), List.of());
        });
    }

    /** Returns what is kept of a version. */
    Optional<PluginStore.Artifact> kept(PluginVersion version) {
        return store.artifacts().stream()
                .filter(artifact -> artifact.plugin().equals(version.plugin())
                        && artifact.version().equals(version.version()))
                .findFirst();
    }

    /** Returns the content of a kept artifact. */
    byte[] content(PluginVersion version) {
        return store.content(version.plugin(), version.version()).orElseThrow(() -> gone(version));
    }

    private static GatewrightException gone(PluginVersion version) {
        return Refusals.of("The artifact of " + version + " is no longer kept.");
    }
}
