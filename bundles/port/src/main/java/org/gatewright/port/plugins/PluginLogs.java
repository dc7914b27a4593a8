package org.gatewright.port.plugins;

import java.util.Optional;
import org.gatewright.port.directory.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** Lets a single plug-in write more to the log, or less, than everything else. What is set is kept for all versions of the plug-in, those that come later as well. */
@ProviderType
public interface PluginLogs {

    /** Returns the level of the plug-in; empty if it has none of its own. */
    Optional<LogLevel> level(String plugin);

    /**
     * Sets the level of the plug-in, or with empty takes it away. It is audited.
     *
     * @throws org.gatewright.spi.error.GatewrightException with {@code NOT_FOUND} for a plug-in that nobody knows, and {@code PLUGIN_REFUSED} for one that shares all its
     *     packages with others, so that its lines cannot be told from theirs
     */
    void setLevel(Actor actor, String plugin, Optional<LogLevel> level);
}
