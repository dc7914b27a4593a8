package org.gatewright.kernel.plugins.artifact;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.felix.utils.manifest.Clause;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * What a plug-in may need of Gatewright: packages of {@code org.gatewright.spi} in the versions that this server has, and nothing else. The framework says so too when
 * it resolves the bundle, or does not care; here it is said before anything is started, and with what to do about it.
 */
record Needs(Exports exports) {

    private static final String OURS = "org.gatewright";
    private static final String SPI = "org.gatewright.spi";

    /** Says what it may not need, or this server does not have, in sentences. */
    List<String> faults(PluginJar jar) {
        try {
            return Stream.of(
                            fragment(jar),
                            secondManifest(jar),
                            clauses(jar, Constants.IMPORT_PACKAGE)
                                    .map(Clause::getName)
                                    .filter(Needs::isInside)
                                    .map(name -> inside(jar, "imports the package " + name)),
                            clauses(jar, Constants.DYNAMICIMPORT_PACKAGE)
                                    .map(Clause::getName)
                                    .filter(Needs::reachesInside)
                                    .map(name -> inside(jar, "imports dynamically " + name)),
                            clauses(jar, Constants.REQUIRE_BUNDLE)
                                    .map(Clause::getName)
                                    .filter(Needs::isInside)
                                    .map(name -> inside(jar, "requires the bundle " + name)),
                            clauses(jar, Constants.EXPORT_PACKAGE)
                                    .map(Clause::getName)
                                    .filter(name -> isIn(name, OURS))
                                    .map(name -> jar.name() + " exports the package " + name
                                            + ", a name that is the server's. Give it another one."),
                            clauses(jar, Constants.IMPORT_PACKAGE).flatMap(clause -> absent(jar, clause).stream()))
                    .flatMap(sentences -> sentences)
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of("The manifest of " + jar.name() + " cannot be understood (" + e.getMessage() + ").");
        }
    }

    private static Stream<String> fragment(PluginJar jar) {
        return jar.header(Constants.FRAGMENT_HOST).isEmpty()
                ? Stream.of()
                : Stream.of(jar.name() + " is a fragment, which becomes a part of another bundle. A plug-in must be a"
                        + " bundle of its own: leave out " + Constants.FRAGMENT_HOST + ".");
    }

    /** OSGi Core 8 §3.2.1: such a file changes what the bundle imports. */
    private static Stream<String> secondManifest(PluginJar jar) {
        return jar.files().stream()
                .filter(file -> file.startsWith("META-INF/versions/") && file.endsWith("/OSGI-INF/MANIFEST.MF"))
                .map(file -> jar.name() + " has a second manifest, " + file + ". Build it for one version of Java.");
    }

    private Optional<String> absent(PluginJar jar, Clause clause) {
        String name = clause.getName();
        if (!isIn(name, SPI)
                || Constants.RESOLUTION_OPTIONAL.equals(clause.getDirective(Constants.RESOLUTION_DIRECTIVE))) {
            return Optional.empty();
        }
        VersionRange range = new VersionRange(version(clause));
        List<Version> there = exports.versions(name);
        if (there.stream().anyMatch(range::includes)) {
            return Optional.empty();
        }
        if (there.isEmpty()) {
            return Optional.of(
                    jar.name() + " needs the package " + name + ", which this server does not have. Install a"
                            + " release of the plug-in that was made for this server, or another release of the server.");
        }
        Version newest = there.get(there.size() - 1);
        return Optional.of(jar.name() + " was built for " + name + " in version " + words(range) + "; this server has "
                + newest + ". " + advice(range.getLeft().compareTo(newest) > 0));
    }

    private static String advice(boolean newer) {
        return newer
                ? "The plug-in is newer than the server: update the server, or install an older release of the plug-in."
                : "The plug-in is older than the server: install a newer release of it, or build it anew.";
    }

    private static String words(VersionRange range) {
        String from = range.getLeftType() == VersionRange.LEFT_CLOSED
                ? range.getLeft() + " or newer"
                : "newer than " + range.getLeft();
        if (range.getRight() == null) {
            return from;
        }
        return from
                + (range.getRightType() == VersionRange.RIGHT_OPEN ? " but older than " : " up to ")
                + range.getRight();
    }

    private static String version(Clause clause) {
        String version = clause.getAttribute(Constants.VERSION_ATTRIBUTE);
        return version == null ? "0" : version;
    }

    private static String inside(PluginJar jar, String what) {
        return jar.name() + " " + what + ": that reaches inside the server. A plug-in sees nothing of Gatewright but "
                + SPI + ".";
    }

    private static boolean isInside(String name) {
        return isIn(name, OURS) && !isIn(name, SPI);
    }

    /** A pattern may end with an asterisk, which stands for all that begins so. */
    private static boolean reachesInside(String pattern) {
        if (!pattern.endsWith("*")) {
            return isInside(pattern);
        }
        String begin = pattern.substring(0, pattern.length() - 1);
        return (OURS + ".").startsWith(begin) || begin.startsWith(OURS + ".") && !begin.startsWith(SPI + ".");
    }

    private static boolean isIn(String name, String parent) {
        return name.equals(parent) || name.startsWith(parent + ".");
    }

    private static Stream<Clause> clauses(PluginJar jar, String header) {
        return jar.clauses(header).stream();
    }
}
