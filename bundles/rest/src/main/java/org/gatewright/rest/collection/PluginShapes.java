package org.gatewright.rest.collection;

import org.gatewright.json.Schemas;
import org.gatewright.json.Shape;
import org.gatewright.port.plugins.ArtifactReport;
import org.gatewright.port.plugins.KeptVersion;
import org.gatewright.port.plugins.Permission;
import org.gatewright.port.plugins.Sbom;
import org.gatewright.port.plugins.Signer;

/** How artifacts and versions of plug-ins are shown. */
final class PluginShapes {

    private static final Shape<Signer> SIGNER = Shape.<Signer>empty()
            .shown("subject", Schemas.TEXT, Signer::subject)
            .shown("issuer", Schemas.TEXT, Signer::issuer)
            .shown("fingerprint", Schemas.TEXT, Signer::fingerprint)
            .shown("expires", Schemas.MOMENT, signer -> signer.expires().toString())
            .shown("trusted", Schemas.FLAG, Signer::trusted)
            .shown("reason", Schemas.TEXT, Signer::reason);
    private static final Shape<Permission> PERMISSION = Shape.<Permission>empty()
            .shown("name", Schemas.TEXT, Permission::name)
            .shown("limits", Schemas.list(Schemas.TEXT), Permission::limits);
    private static final Shape<Sbom> SBOM = Shape.<Sbom>empty()
            .shown("file", Schemas.TEXT, Sbom::file)
            .shown("format", Schemas.TEXT, Sbom::format)
            .shown("count", Schemas.NUMBER, sbom -> (long) sbom.components().size())
            .shown("components", Schemas.list(Schemas.TEXT), Sbom::components)
            .shown("fault", Schemas.TEXT, Sbom::fault);

    /** An artifact, as far as it can be known without running it. */
    static final Shape<ArtifactReport> REPORT = Shape.<ArtifactReport>empty()
            .shown("pk", Schemas.TEXT, ArtifactReport::plugin)
            .shown("version", Schemas.TEXT, ArtifactReport::version)
            .shown("digest", Schemas.TEXT, ArtifactReport::digest)
            .shown("size", Schemas.NUMBER, report -> (long) report.size())
            .shown("signers", Schemas.list(SIGNER.schema()), report -> report.signers().stream()
                    .map(SIGNER::show)
                    .toList())
            .shown("permissions", Schemas.list(PERMISSION.schema()), report -> report.permissions().stream()
                    .map(PERMISSION::show)
                    .toList())
            .shown("sboms", Schemas.list(SBOM.schema()), report -> report.sboms().stream()
                    .map(SBOM::show)
                    .toList())
            .shown("problems", Schemas.list(Schemas.TEXT), ArtifactReport::problems);

    /** A version that could be used again. */
    static final Shape<KeptVersion> KEPT = Shape.<KeptVersion>empty()
            .shown("version", Schemas.TEXT, KeptVersion::version)
            .shown("wanted", Schemas.FLAG, KeptVersion::wanted)
            .shown("built_in", Schemas.FLAG, KeptVersion::builtIn)
            .shownIfAny("quarantined", Schemas.TEXT, KeptVersion::quarantined)
            .shownIfAny("digest", Schemas.TEXT, KeptVersion::digest)
            .shownIfAny("since", Schemas.MOMENT, kept -> kept.since().map(Object::toString));

    private PluginShapes() {}
}
