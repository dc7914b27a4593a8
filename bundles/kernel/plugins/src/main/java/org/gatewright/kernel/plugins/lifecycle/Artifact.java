package org.gatewright.kernel.plugins.lifecycle;

import org.gatewright.kernel.plugins.PluginVersion;
import org.gatewright.kernel.plugins.artifact.PluginJar;
import org.gatewright.port.plugins.ArtifactDigest;
import org.gatewright.port.plugins.PluginLifecycle.Upload;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * A jar whose manifest is that of a plug-in. If it is signed, the signature holds.
 *
 * @param digest SHA-256 of the content, in lower-case hexadecimal digits
 */
record Artifact(PluginVersion version, String digest, byte[] content, PluginJar jar) {

    /** The header that makes a bundle a plug-in. */
    static final String PLUGIN_HEADER = "Gatewright-Plugin";

    /** Reads what was uploaded; refuses what can be no plug-in. */
    static Artifact read(Upload upload) {
        PluginJar jar = PluginJar.read(upload);
        String plugin =
                jar.header(Constants.BUNDLE_SYMBOLICNAME).split(";", 2)[0].strip();
        if (plugin.isEmpty()) {
            throw Refusals.of(upload.name() + " is no OSGi bundle: its manifest has no header "
                    + Constants.BUNDLE_SYMBOLICNAME + ". bnd or its Maven plug-in writes one.");
        }
        if (jar.header(PLUGIN_HEADER).isEmpty()) {
            throw Refusals.of(upload.name() + " is no plug-in: its manifest has no header " + PLUGIN_HEADER + ".");
        }
        return new Artifact(new PluginVersion(plugin, version(jar)), digest(upload), upload.content(), jar);
    }

    /** Returns the SHA-256 of the content. */
    static String digest(Upload upload) {
        return ArtifactDigest.of(upload.content());
    }

    private static String version(PluginJar jar) {
        String text = jar.header(Constants.BUNDLE_VERSION);
        try {
            return Version.parseVersion(text).toString();
        } catch (IllegalArgumentException e) {
            throw Refusals.of("The " + Constants.BUNDLE_VERSION + " of " + jar.name() + " is “" + text
                    + "”, which is no version such as 1.2.3.");
        }
    }
}
