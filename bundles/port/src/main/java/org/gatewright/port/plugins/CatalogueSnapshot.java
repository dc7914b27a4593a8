package org.gatewright.port.plugins;

import java.util.List;
import java.util.Optional;
import org.gatewright.spi.plugin.Kind;

/**
 * All that the catalogue knows at one moment.
 *
 * @param types every version of every type, sorted by kind, type and version, the newest first
 * @param plugins every plug-in, sorted by id
 */
public record CatalogueSnapshot(List<TypeVersion> types, List<PluginInfo> plugins) {

    /** Copies the lists. */
    public CatalogueSnapshot {
        types = List.copyOf(types);
        plugins = List.copyOf(plugins);
    }

    /** Returns the active version of the type. */
    public Optional<TypeVersion> active(Kind kind, String type) {
        return types.stream()
                .filter(version ->
                        version.kind() == kind && version.type().equals(type) && version.state() == VersionState.ACTIVE)
                .findFirst();
    }

    /** Returns the active versions of the kind. */
    public List<TypeVersion> active(Kind kind) {
        return types.stream()
                .filter(version -> version.kind() == kind && version.state() == VersionState.ACTIVE)
                .toList();
    }
}
