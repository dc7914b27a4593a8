package org.gatewright.kernel.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.gatewright.port.plugins.PluginInfo;
import org.gatewright.port.plugins.VersionState;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** A file that somebody has put where plug-ins are dropped. */
final class DeployedFile {

    private static final String SUFFIX = ".jar";

    private final Path path;
    private final Predicate<String> isPartOfServer;

    /** The predicate tells by its symbolic name whether a bundle is a part of the server itself. */
    DeployedFile(Path path, Predicate<String> isPartOfServer) {
        this.path = path;
        this.isPartOfServer = isPartOfServer;
    }

    /** Says why the file can be no plug-in; empty if its manifest looks like one. */
    Optional<PluginInfo> refusal() {
        if (!name().endsWith(SUFFIX)) {
            return Optional.of(
                    refused("It is no jar. Only plug-ins, which are files called …" + SUFFIX + ", belong here."));
        }
        try (JarFile jar = new JarFile(path.toFile())) {
            Manifest manifest = jar.getManifest();
            return manifest == null
                    ? Optional.of(
                            refused("It is no OSGi bundle: it has no manifest. bnd or its Maven plug-in writes one."))
                    : refusal(manifest.getMainAttributes());
        } catch (IOException | SecurityException e) {
            return Optional.of(refused("It cannot be read as a jar (" + e.getMessage()
                    + "). If it was cut off, copy it again, best beside this folder first and then moved in."));
        }
    }

    private Optional<PluginInfo> refusal(Attributes headers) {
        String symbolicName =
                header(headers, Constants.BUNDLE_SYMBOLICNAME).split(";", 2)[0].strip();
        String version = header(headers, Constants.BUNDLE_VERSION);
        if (symbolicName.isEmpty()) {
            return Optional.of(refused("It is no OSGi bundle: its manifest has no header "
                    + Constants.BUNDLE_SYMBOLICNAME + ". bnd or its Maven plug-in writes one."));
        }
        if (!isVersion(version)) {
            return Optional.of(refused(
                    symbolicName,
                    "",
                    "Its " + Constants.BUNDLE_VERSION + " is “" + version + "”, which is no version such as 1.2.3."));
        }
        if (header(headers, TypeDescription.PLUGIN_HEADER).isEmpty()) {
            return Optional.of(refused(
                    symbolicName,
                    version,
                    "Its manifest has no header " + TypeDescription.PLUGIN_HEADER
                            + ", so it is no plug-in, and only plug-ins are installed from here."));
        }
        return isPartOfServer.test(symbolicName)
                ? Optional.of(
                        refused(
                                symbolicName,
                                version,
                                "Its symbolic name " + symbolicName
                                        + " is that of a part of the server, which no plug-in can replace. Give it another one."))
                : Optional.empty();
    }

    /** Lists the file with a reason. */
    PluginInfo refused(String reason) {
        return refused(name(), "", reason);
    }

    private PluginInfo refused(String id, String version, String reason) {
        return new PluginInfo(
                id, name(), Version.parseVersion(version).toString(), -1, VersionState.REFUSED, name() + ": " + reason);
    }

    private String name() {
        return String.valueOf(path.getFileName());
    }

    private static String header(Attributes headers, String name) {
        return Optional.ofNullable(headers.getValue(name)).orElse("").strip();
    }

    private static boolean isVersion(String text) {
        try {
            return Version.parseVersion(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
