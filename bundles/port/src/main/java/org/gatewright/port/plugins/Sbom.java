package org.gatewright.port.plugins;

import java.util.List;

/**
 * A software bill of materials that the artifact of a plug-in brings.
 *
 * @param file its name in the jar
 * @param format such as {@code CycloneDX 1.6}; empty if it cannot be read
 * @param components names with versions of what is inside
 * @param fault why it cannot be read, a sentence; empty if it can
 */
public record Sbom(String file, String format, List<String> components, String fault) {

    /** Copies the list. */
    public Sbom {
        components = List.copyOf(components);
    }
}
