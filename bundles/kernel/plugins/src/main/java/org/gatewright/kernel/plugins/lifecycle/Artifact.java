package org.gatewright.kernel.plugins.lifecycle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import org.gatewright.kernel.plugins.PluginVersion;
import org.gatewright.port.plugins.PluginLifecycle.Upload;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * A jar whose manifest is that of a plug-in.
 *
 * @param digest SHA-256 of the content, in lower-case hexadecimal digits
 */
record Artifact(PluginVersion version, String digest, byte[] content) {

    /** The header that makes a bundle a plug-in. */
    static final String PLUGIN_HEADER = "Gatewright-Plugin";

    /** Reads what was uploaded; refuses what can be no plug-in. */
    static Artifact read(Upload upload) {
        Attributes headers = manifest(upload).getMainAttributes();
        String plugin =
                header(headers, Constants.BUNDLE_SYMBOLICNAME).split(";", 2)[0].strip();
        if (plugin.isEmpty()) {
            throw Refusals.of(upload.name() + " is no OSGi bundle: its manifest has no header "
                    + Constants.BUNDLE_SYMBOLICNAME + ". bnd or its Maven plug-in writes one.");
        }
        if (header(headers, PLUGIN_HEADER).isEmpty()) {
            throw Refusals.of(upload.name() + " is no plug-in: its manifest has no header " + PLUGIN_HEADER + ".");
        }
        return new Artifact(new PluginVersion(plugin, version(upload, headers)), digest(upload), upload.content());
    }

    /** Returns the SHA-256 of the content. */
    static String digest(Upload upload) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(upload.content()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Manifest manifest(Upload upload) {
        try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(upload.content()))) {
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                throw Refusals.of(
                        upload.name() + " is no OSGi bundle: it is no jar, or has no manifest at its beginning.");
            }
            while (jar.getNextJarEntry() != null) {
                jar.closeEntry(); // a jar that was cut off is found out here
            }
            return manifest;
        } catch (IOException | SecurityException e) {
            throw Refusals.of(upload.name() + " cannot be read as a jar (" + e.getMessage() + ").");
        }
    }

    private static String version(Upload upload, Attributes headers) {
        String text = header(headers, Constants.BUNDLE_VERSION);
        try {
            return Version.parseVersion(text).toString();
        } catch (IllegalArgumentException e) {
            throw Refusals.of("The " + Constants.BUNDLE_VERSION + " of " + upload.name() + " is “" + text
                    + "”, which is no version such as 1.2.3.");
        }
    }

    private static String header(Attributes headers, String name) {
        String value = headers.getValue(name);
        return value == null ? "" : value.strip();
    }
}
