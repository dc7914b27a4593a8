package org.gatewright.console.plugins;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The coordinates of a jar in Maven repositories: {@code mvn:group/artifact/version}.
 *
 * @param group names with dots between
 */
record MavenArtifact(String group, String artifact, String version) {

    /** No name begins with a dot, so none leads out of the repository. */
    private static final Pattern FORM = Pattern.compile(
            "mvn:([\\w-]+(?:\\.[\\w-]+)*)/([\\w-][\\w.-]*)/([\\w-][\\w.+-]*)", Pattern.CASE_INSENSITIVE);

    /** Reads the coordinates; refuses ranges, other types of files and classifiers. */
    static MavenArtifact parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw ArtifactSource.refused(
                    "“" + text + "” names no jar in a Maven repository: write mvn:group/artifact/version.");
        }
        return new MavenArtifact(form.group(1), form.group(2), form.group(3));
    }

    /** Returns the way to the jar in each repository. */
    String path() {
        return group.replace('.', '/') + "/" + artifact + "/" + version + "/" + artifact + "-" + version + ".jar";
    }

    @Override
    public String toString() {
        return "mvn:" + group + "/" + artifact + "/" + version;
    }
}
