package org.gatewright.kernel.plugins.lifecycle;

import java.time.Duration;
import org.gatewright.port.settings.Settings;

/** How long a version that was replaced goes on for the flows that began with it: the setting {@code plugins.drain}, in seconds. */
final class DrainTime {

    /** No flow lives longer. */
    private static final String DEFAULT = "3600";

    private DrainTime() {}

    static Duration of(Settings settings) {
        return Duration.ofSeconds(
                Long.parseLong(settings.get("plugins", "drain").orElse(DEFAULT)));
    }
}
