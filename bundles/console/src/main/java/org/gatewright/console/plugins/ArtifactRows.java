package org.gatewright.console.plugins;

import java.util.List;
import org.gatewright.port.plugins.ArtifactReport;
import org.gatewright.port.plugins.KeptVersion;
import org.gatewright.port.plugins.Permission;
import org.gatewright.port.plugins.Sbom;
import org.gatewright.port.plugins.Signer;
import org.gatewright.spi.data.JsonObject;

/** Artifacts and versions of plug-ins as the console shows them. */
final class ArtifactRows {

    private ArtifactRows() {}

    /** Shows what is known of an artifact. */
    static JsonObject of(ArtifactReport report) {
        return JsonObject.of("id", report.plugin())
                .with("version", report.version())
                .with("digest", report.digest())
                .with("size", (long) report.size())
                .with(
                        "signers",
                        report.signers().stream().map(ArtifactRows::signer).toList())
                .with(
                        "permissions",
                        report.permissions().stream().map(Permission::words).toList())
                .with("sboms", report.sboms().stream().map(ArtifactRows::sbom).toList())
                .with("problems", report.problems());
    }

    /** Shows the versions that could be used again. */
    static List<JsonObject> of(List<KeptVersion> versions) {
        return versions.stream()
                .map(kept -> JsonObject.of("version", kept.version())
                        .with("wanted", kept.wanted())
                        .with("built_in", kept.builtIn())
                        .with("quarantined", kept.quarantined())
                        .with("digest", kept.digest())
                        .with("since", kept.since().map(Object::toString)))
                .toList();
    }

    private static JsonObject signer(Signer signer) {
        return JsonObject.of("subject", signer.subject())
                .with("issuer", signer.issuer())
                .with("fingerprint", signer.fingerprint())
                .with("expires", signer.expires().toString())
                .with("trusted", signer.trusted())
                .with("reason", signer.reason());
    }

    private static JsonObject sbom(Sbom sbom) {
        return JsonObject.of("file", sbom.file())
                .with("format", sbom.format())
                .with("count", (long) sbom.components().size())
                .with("components", sbom.components())
                .with("fault", sbom.fault());
    }
}
