package org.gatewright.kernel.plugins;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gatewright.port.plugins.Audience;
import org.gatewright.port.plugins.CatalogueSnapshot;
import org.gatewright.port.plugins.Occasion;
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
 * @param canaries services that are called beside the active one, by type
 */
record Board(CatalogueSnapshot snapshot, Map<TypeKey, List<TypeService>> usable, Map<TypeKey, Canary> canaries) {

    /** A type. */
    record TypeKey(Kind kind, String type) {}

    /** A service that is called for a part of all only. */
    record Canary(TypeService service, Audience audience) {}

    /** Knows nothing. */
    static final Board EMPTY = new Board(new CatalogueSnapshot(List.of(), List.of()), Map.of(), Map.of());

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
        Map<TypeKey, Canary> canaries = canaries(selection, usable);
        List<TypeVersion> types = new ArrayList<>(gone);
        services.forEach(
                service -> types.add(describe(selection, service, usable.getOrDefault(key(service), List.of()))));
        types.sort(Comparator.comparing(TypeVersion::kind)
                .thenComparing(TypeVersion::type)
                .thenComparing(
                        version -> Version.parseVersion(version.version()),
                        Comparator.<Version>naturalOrder().reversed()));
        return new Board(new CatalogueSnapshot(types, Plugins.merge(bundles, services, types)), usable, canaries);
    }

    /** A canary counts only beside the version of its own plug-in: not if another plug-in that brings the type comes first. */
    private static Map<TypeKey, Canary> canaries(Selection selection, Map<TypeKey, List<TypeService>> usable) {
        Map<TypeKey, Canary> canaries = new HashMap<>();
        if (!selection.canaries().isEmpty()) {
            usable.forEach((key, versions) -> versions.stream()
                    .skip(1)
                    .filter(service -> isBeside(selection, service, versions.get(0)))
                    .findFirst()
                    .ifPresent(service -> canaries.put(key, new Canary(service, audience(selection, service)))));
        }
        return Map.copyOf(canaries);
    }

    private static boolean isBeside(Selection selection, TypeService service, TypeService first) {
        return selection.canaries().containsKey(service.description().pluginVersion())
                && first.description().plugin().equals(service.description().plugin());
    }

    private static Audience audience(Selection selection, TypeService canary) {
        return Objects.requireNonNull(
                selection.canaries().get(canary.description().pluginVersion()), "the audience of a canary");
    }

    /** Returns the service that new leases of the type get, but for the canary's. */
    Optional<TypeService> active(Kind kind, String type) {
        return versions(kind, type).stream().findFirst();
    }

    /** Returns the service that a new lease of the type gets on this occasion. */
    Optional<TypeService> chosen(Kind kind, String type, Occasion occasion) {
        return canary(kind, type, occasion).or(() -> active(kind, type));
    }

    private Optional<TypeService> canary(Kind kind, String type, Occasion occasion) {
        return canaries.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(canaries.get(new TypeKey(kind, type)))
                        .filter(canary -> canary.audience()
                                .includes(
                                        occasion,
                                        canary.service().description().pin().version()))
                        .map(Canary::service);
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
        if (isBeside(selection, service, versions.get(0))) {
            return service.describe(
                    VersionState.CANARY,
                    "It is called for " + audience(selection, service) + ", and version " + active.version()
                            + " for all others.");
        }
        return active.plugin().equals(service.description().plugin())
                ? service.describe(VersionState.DRAINING, "Version " + active.version() + " has replaced it.")
                : service.describe(
                        VersionState.CANDIDATE,
                        "The plug-in " + active.plugin() + " brings the same type and comes first, with version "
                                + active.version() + ".");
    }
}
