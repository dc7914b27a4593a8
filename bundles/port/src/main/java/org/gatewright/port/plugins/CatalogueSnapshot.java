package org.gatewright.port.plugins;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private static final Set<VersionState> BESIDES =
            EnumSet.of(VersionState.RESOLVED, VersionState.CANARY, VersionState.DRAINING, VersionState.GONE);

    /** Returns the plug-ins that are not as they should be: those that are not active, but for canaries beside an active version and versions that one has replaced. */
    public List<PluginInfo> troubles() {
        return plugins.stream()
                .filter(plugin -> plugin.state() != VersionState.ACTIVE)
                .filter(plugin -> !BESIDES.contains(plugin.state()) || !isActive(plugin.id()))
                .toList();
    }

    private boolean isActive(String id) {
        return plugins.stream().anyMatch(plugin -> plugin.id().equals(id) && plugin.state() == VersionState.ACTIVE);
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
