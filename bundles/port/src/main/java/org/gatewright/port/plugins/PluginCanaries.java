package org.gatewright.port.plugins;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.plugins.PluginLifecycle.Change;
import org.gatewright.port.plugins.PluginLifecycle.Upload;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Lets a new version of a plug-in be called for a part of all flows and calls, beside the active one, until it is promoted or fallen back from: by hand, or by rule
 * once both have been called often enough. A flow that begins with it ends with it. Any other decision about the plug-in ends the canary;
 * {@link PluginLifecycle#rollback} is how one falls back by hand.
 *
 * @throws org.gatewright.spi.error.GatewrightException as the methods of {@link PluginLifecycle}
 */
@ProviderType
public interface PluginCanaries {

    /**
     * A version that is a canary.
     *
     * @param active the version that all others get
     * @param types how the calls of each type went, ordered by type
     */
    record Canary(
            String plugin, String version, String active, Audience audience, Instant begun, List<Compared> types) {
        /** Copies the list. */
        public Canary {
            types = List.copyOf(types);
        }
    }

    /**
     * How the calls of one type went since the canary has begun, or since the server has started if that was later.
     *
     * @param type with its kind, such as {@code stages/password}
     * @param own those of the canary
     * @param others those of the active version
     */
    record Compared(String type, Figures own, Figures others) {}

    /**
     * How calls went. The last few hundred count.
     *
     * @param calls all of them
     * @param failures how many percent of the last ones failed or took too long
     * @param milliseconds that 95 of 100 of the last ones did not exceed
     */
    record Figures(long calls, double failures, double milliseconds) {

        /** No call was made. */
        public static final Figures NONE = new Figures(0, 0, 0);
    }

    /** Installs a version beside the active one for the audience, or changes the audience of the one that is a canary already. */
    Canary begin(Actor actor, Upload upload, Audience audience);

    /** Makes the canary the active version. */
    Change promote(Actor actor, String plugin);

    /** Returns the canary of the plug-in, if there is one. */
    Optional<Canary> of(String plugin);
}
