package org.gatewright.kernel.plugins;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.port.plugins.CatalogueSnapshot;
import org.gatewright.port.plugins.Pin;
import org.gatewright.port.plugins.PluginInfo;
import org.gatewright.port.plugins.TypeVersion;
import org.gatewright.port.plugins.VersionState;
import org.gatewright.spi.plugin.Kind;
import org.osgi.framework.Version;

/**
 * The catalogue at one moment: what it tells, and the services behind it. Immutable.
 *
 * @param usable services of each type that can be called, the active one first
 */
record Board(CatalogueSnapshot snapshot, Map<TypeKey, List<TypeService>> usable) {

    /** A type. */
    record TypeKey(Kind kind, String type) {}

    /** Knows nothing. */
    static final Board EMPTY = new Board(new CatalogueSnapshot(List.of(), List.of()), Map.of());

    /** The versions that were chosen come first, then the highest; of two equal ones the service that the framework prefers. */
    private static Comparator<TypeService> bestFirst(Selection selection) {
        return Comparator.comparing((TypeService service) ->
                        selection.prefers(service.description().pluginVersion()))
                .thenComparing(service -> service.description().version())
                .thenComparing(TypeService::reference)
                .reversed();
    }

    /** Arranges services, versions that are gone, and bundles, as was decided. */
    static Board arrange(
            Selection selection,
            Collection<TypeService> services,
            Collection<TypeVersion> gone,
            List<PluginInfo> bundles) {
        Map<TypeKey, List<TypeService>> usable = services.stream()
                .filter(TypeService::isUsable)
                .filter(service -> selection.allows(service.description().pluginVersion()))
                .sorted(bestFirst(selection))
                .collect(groupingBy(Board::key, LinkedHashMap::new, collectingAndThen(toList(), List::copyOf)));
        List<TypeVersion> types = new ArrayList<>(gone);
        services.forEach(
                service -> types.add(describe(selection, service, usable.getOrDefault(key(service), List.of()))));
        types.sort(Comparator.comparing(TypeVersion::kind)
                .thenComparing(TypeVersion::type)
                .thenComparing(
                        version -> Version.parseVersion(version.version()),
                        Comparator.<Version>naturalOrder().reversed()));
        return new Board(new CatalogueSnapshot(types, Plugins.merge(bundles, services, types)), usable);
    }

    /** Returns the service that new leases of the type get. */
    Optional<TypeService> active(Kind kind, String type) {
        return versions(kind, type).stream().findFirst();
    }

    /** Returns the pinned version, else the active one if it keeps the same state. */
    Optional<TypeService> pinned(Pin pin) {
        List<TypeService> versions = versions(pin.kind(), pin.type());
        return versions.stream()
                .filter(service -> service.description().pin().equals(pin))
                .findFirst()
                .or(() -> versions.stream()
                        .limit(1)
                        .filter(service -> service.description().stateVersion() == pin.stateVersion())
                        .findFirst());
    }

    private List<TypeService> versions(Kind kind, String type) {
        return usable.getOrDefault(new TypeKey(kind, type), List.of());
    }

    /** Returns what a service brings. */
    static TypeKey key(TypeService service) {
        return new TypeKey(service.description().kind(), service.description().type());
    }

    private static TypeVersion describe(Selection selection, TypeService service, List<TypeService> versions) {
        PluginVersion own = service.description().pluginVersion();
        if (!selection.allows(own)) {
            return service.describe(selection.state(own), selection.reason(own));
        }
        if (versions.isEmpty() || versions.get(0) == service) {
            return service.describe(VersionState.ACTIVE, "");
        }
        TypeDescription active = versions.get(0).description();
        return active.plugin().equals(service.description().plugin())
                ? service.describe(VersionState.DRAINING, "Version " + active.version() + " has replaced it.")
                : service.describe(
                        VersionState.CANDIDATE,
                        "The plug-in " + active.plugin() + " brings the same type and comes first, with version "
                                + active.version() + ".");
    }
}
