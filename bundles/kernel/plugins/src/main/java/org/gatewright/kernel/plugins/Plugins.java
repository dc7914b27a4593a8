package org.gatewright.kernel.plugins;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatewright.port.plugins.PluginInfo;
import org.gatewright.port.plugins.TypeVersion;
import org.gatewright.port.plugins.VersionState;

/** Joins what bundles look like from outside with what their services came to. */
final class Plugins {

    private Plugins() {}

    /** Lists every plug-in, every bundle that has a service of our kinds without being one, and every file that never became a bundle. */
    static List<PluginInfo> merge(
            List<PluginInfo> bundles, Collection<TypeService> services, List<TypeVersion> versions) {
        Map<Long, PluginInfo> plugins = new TreeMap<>();
        services.stream()
                .filter(service -> !service.description().fault().isEmpty())
                .forEach(service -> plugins.put(
                        service.bundle().getBundleId(),
                        PluginBundles.refused(
                                service.bundle(), service.description().fault())));
        bundles.stream()
                .filter(Plugins::isBundle)
                .forEach(plugin -> plugins.put(plugin.bundleId(), refine(plugin, versions)));
        return Stream.concat(plugins.values().stream(), bundles.stream().filter(plugin -> !isBundle(plugin)))
                .sorted(Comparator.comparing(PluginInfo::id).thenComparing(PluginInfo::version))
                .toList();
    }

    private static boolean isBundle(PluginInfo plugin) {
        return plugin.bundleId() >= 0;
    }

    /** A bundle that runs is active as a plug-in only if one of its types is of use. */
    private static PluginInfo refine(PluginInfo plugin, List<TypeVersion> versions) {
        if (plugin.state() != VersionState.ACTIVE) {
            return plugin;
        }
        List<TypeVersion> own = versions.stream()
                .filter(version -> version.plugin().equals(plugin.id())
                        && version.version().equals(plugin.version()))
                .filter(version -> version.state() != VersionState.GONE)
                .toList();
        if (own.isEmpty()) {
            return with(
                    plugin,
                    VersionState.RESOLVED,
                    "It is started, but brings no type: a service that it needs may be missing.");
        }
        Optional<TypeVersion> canary = own.stream()
                .filter(version -> version.state() == VersionState.CANARY)
                .findFirst();
        if (canary.isPresent()) {
            return with(plugin, VersionState.CANARY, canary.get().reason());
        }
        if (own.stream().anyMatch(version -> version.state() == VersionState.ACTIVE)) {
            return plugin;
        }
        Optional<TypeVersion> idle =
                own.stream().filter(version -> version.settings().isPresent()).findFirst();
        if (idle.isPresent()) {
            return with(plugin, idle.get().state(), idle.get().reason());
        }
        String reasons = own.stream()
                .map(version -> version.type() + ": " + version.reason())
                .collect(Collectors.joining(" "));
        boolean refused = own.stream().allMatch(version -> version.state() == VersionState.REFUSED);
        return with(plugin, refused ? VersionState.REFUSED : VersionState.RESOLVED, reasons);
    }

    private static PluginInfo with(PluginInfo plugin, VersionState state, String reason) {
        return new PluginInfo(plugin.id(), plugin.name(), plugin.version(), plugin.bundleId(), state, reason);
    }
}
