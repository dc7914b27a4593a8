package org.gatewright.testkit.kernel;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.plugins.CatalogueSnapshot;
import org.gatewright.port.plugins.DeclaredPermissions;
import org.gatewright.port.plugins.Lease;
import org.gatewright.port.plugins.Occasion;
import org.gatewright.port.plugins.Pin;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;

/** Remembers what plug-ins threw and did not mean to. */
final class WatchedCatalogue implements PluginCatalogue {

    private final PluginCatalogue catalogue;
    private final List<RuntimeException> failures = new CopyOnWriteArrayList<>();

    WatchedCatalogue(PluginCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<RuntimeException> failures() {
        return List.copyOf(failures);
    }

    @Override
    public CatalogueSnapshot snapshot() {
        return catalogue.snapshot();
    }

    @Override
    public CatalogueSnapshot settled(Kind kind) {
        return catalogue.settled(kind);
    }

    @Override
    public Optional<Pin> pin(Kind kind, String type, Occasion occasion) {
        return catalogue.pin(kind, type, occasion);
    }

    @Override
    public <T> Lease<T> lease(Kind kind, String type, Occasion occasion, Class<T> contract) {
        return new WatchedLease<>(catalogue.lease(kind, type, occasion, contract), failures);
    }

    @Override
    public <T> Lease<T> lease(Pin pin, Class<T> contract) {
        return new WatchedLease<>(catalogue.lease(pin, contract), failures);
    }

    private record WatchedLease<T>(Lease<T> lease, List<RuntimeException> failures) implements Lease<T> {

        @Override
        public Pin pin() {
            return lease.pin();
        }

        @Override
        public String plugin() {
            return lease.plugin();
        }

        @Override
        public DeclaredPermissions permissions() {
            return lease.permissions();
        }

        @Override
        public <R> R call(Function<T, R> call) {
            try {
                return lease.call(call);
            } catch (GatewrightException e) {
                if (e.code() == CommonError.PLUGIN_FAILED) {
                    failures.add(e.getCause() instanceof RuntimeException cause ? cause : e);
                }
                throw e;
            }
        }

        @Override
        public void close() {
            lease.close();
        }
    }
}
