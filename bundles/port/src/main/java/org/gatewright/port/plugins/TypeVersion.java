package org.gatewright.port.plugins;

import java.util.Optional;
import org.gatewright.spi.plugin.Kind;

/**
 * One version of one type.
 *
 * @param plugin the id of the plug-in that brings it: the bundle's symbolic name
 * @param version the bundle's version
 * @param stateVersion version of the state that a stage keeps
 * @param reason why it is not active, a sentence; empty if it is
 * @param settings the record of its settings, while its bundle is there
 */
public record TypeVersion(
        Kind kind,
        String type,
        String version,
        int stateVersion,
        String plugin,
        VersionState state,
        String reason,
        String title,
        String description,
        Optional<Class<? extends Record>> settings) {

    /** Returns what a flow remembers of this version. */
    public Pin pin() {
        return new Pin(kind, type, version, stateVersion);
    }
}
