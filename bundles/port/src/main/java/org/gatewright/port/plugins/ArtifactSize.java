package org.gatewright.port.plugins;

import org.gatewright.port.settings.Settings;

/** How large the jar of a plug-in may be. */
public final class ArtifactSize {

    private static final int DEFAULT = 64 * 1024 * 1024;

    private ArtifactSize() {}

    /** Returns the most bytes: the setting {@code plugins.max_artifact}. */
    public static int most(Settings settings) {
        return settings.get("plugins", "max_artifact").map(Integer::parseInt).orElse(DEFAULT);
    }
}
