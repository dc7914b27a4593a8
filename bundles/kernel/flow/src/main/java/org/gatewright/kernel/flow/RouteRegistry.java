package org.gatewright.kernel.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatewright.port.plugins.CatalogueListener;
import org.gatewright.port.plugins.CatalogueSnapshot;
import org.gatewright.port.plugins.Lease;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.plugins.TypeVersion;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.protocol.Protocol;
import org.gatewright.spi.protocol.Route;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows the addresses of the active protocols, and of those that were active since the server started: an address whose protocol is gone is not unknown but not
 * available. Readers take the table of the moment; a change makes a new one.
 */
@Component(service = RouteRegistry.class)
public final class RouteRegistry implements CatalogueListener {

    /**
     * The tables of one moment.
     *
     * @param active addresses that are served
     * @param gone addresses of protocols that were there
     */
    record Tables(RouteTable active, RouteTable gone) {}

    private static final Logger LOG = LoggerFactory.getLogger(RouteRegistry.class);

    private final PluginCatalogue catalogue;
    private final Optional<ServiceRegistration<CatalogueListener>> registration;
    private final Map<String, List<Route>> last = new HashMap<>();
    private final Map<String, TypeVersion> asked = new HashMap<>();
    private volatile Tables tables = new Tables(new RouteTable(List.of()), new RouteTable(List.of()));

    /** Listens, then asks what is active now. Listens by itself: as a component that needs the catalogue it could not be found while the catalogue starts. */
    @Activate
    public RouteRegistry(@Reference PluginCatalogue catalogue, BundleContext context) {
        this.catalogue = catalogue;
        this.registration = Optional.of(context.registerService(CatalogueListener.class, this, null));
        rebuild();
    }

    /** Hears of a change when it is told by {@link #catalogueChanged}. */
    public RouteRegistry(PluginCatalogue catalogue) {
        this.catalogue = catalogue;
        this.registration = Optional.empty();
        rebuild();
    }

    /** Listens no more. */
    @Deactivate
    public void close() {
        registration.ifPresent(ServiceRegistration::unregister);
    }

    @Override
    public void catalogueChanged(CatalogueSnapshot snapshot) {
        rebuild();
    }

    Tables tables() {
        return tables;
    }

    /** Takes the snapshot of now: a change that is told late must not bring back what was. */
    private synchronized void rebuild() {
        List<RouteTable.Owned> active = new ArrayList<>();
        Set<String> types = new HashSet<>();
        for (TypeVersion version : catalogue.snapshot().active(Kind.PROTOCOL)) {
            if (isAsked(version)) {
                types.add(version.type());
                last.getOrDefault(version.type(), List.of())
                        .forEach(route -> active.add(new RouteTable.Owned(version.type(), version.plugin(), route)));
            }
        }
        tables = new Tables(new RouteTable(active), new RouteTable(gone(types)));
    }

    private List<RouteTable.Owned> gone(Set<String> types) {
        List<RouteTable.Owned> gone = new ArrayList<>();
        last.forEach((type, routes) -> {
            if (!types.contains(type)) {
                routes.forEach(route -> gone.add(new RouteTable.Owned(type, "", route)));
            }
        });
        return gone;
    }

    /** Asks each version once; one that comes back after a restart of its bundle has another class for its settings and is asked again. */
    private boolean isAsked(TypeVersion version) {
        if (version.equals(asked.get(version.type()))) {
            return true;
        }
        try (Lease<Protocol> lease = catalogue.lease(version.pin(), Protocol.class)) {
            last.put(version.type(), List.copyOf(lease.call(Protocol::routes)));
            asked.put(version.type(), version);
            return true;
        } catch (GatewrightException e) {
            LOG.warn("The protocol {} {} does not tell its addresses", version.type(), version.version(), e);
            return false;
        }
    }
}
