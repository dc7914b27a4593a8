package org.gatewright.port.plugins;

import java.util.List;

/**
 * What can be known of the artifact of a plug-in without running it.
 *
 * @param plugin the bundle's symbolic name
 * @param digest SHA-256 of the content, in lower-case hexadecimal digits
 * @param size bytes of the content
 * @param signers those who have signed all of it; none if it is not signed
 * @param permissions what it says that it does
 * @param sboms bills of materials that it brings
 * @param problems why it would be refused, in sentences; none if nothing is known against it
 */
public record ArtifactReport(
        String plugin,
        String version,
        String digest,
        int size,
        List<Signer> signers,
        List<Permission> permissions,
        List<Sbom> sboms,
        List<String> problems) {

    /** Copies the lists. */
    public ArtifactReport {
        signers = List.copyOf(signers);
        permissions = List.copyOf(permissions);
        sboms = List.copyOf(sboms);
        problems = List.copyOf(problems);
    }
}
