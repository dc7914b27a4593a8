package org.gatewright.kernel.plugins;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gatewright.kernel.plugins.Board.TypeKey;
import org.gatewright.kernel.plugins.guard.Guard;
import org.gatewright.kernel.plugins.guard.GuardLimits;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.health.Health;
import org.gatewright.port.health.HealthCheck;
import org.gatewright.port.plugins.CatalogueSnapshot;
import org.gatewright.port.plugins.Lease;
import org.gatewright.port.plugins.Pin;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.settings.Settings;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The catalogue over the services of the framework. */
@Component(
        service = {PluginCatalogue.class, VersionSwitch.class, DropFolder.class, HealthCheck.class},
        immediate = true)
public final class ServiceCatalogue implements PluginCatalogue, VersionSwitch, DropFolder, HealthCheck {

    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final CallMeter meter;
    private final Guard guard;
    private final ServiceBoard board;

    /** Begins to watch the framework. */
    @Activate
    public ServiceCatalogue(BundleContext context, @Reference Settings settings) {
        this(context, DRAIN, GuardLimits.of(settings));
    }

    /** Lets a bundle stop, and calls go on, within these limits. */
    public ServiceCatalogue(BundleContext context, Duration drain, GuardLimits limits) {
        meter = new CallMeter(context);
        guard = new Guard(context, limits);
        board = new ServiceBoard(context, drain, type -> guard.of(type.guarded(), meter.of(type)));
    }

    /** Gives no more leases. */
    @Deactivate
    public void close() {
        board.close();
        guard.close();
        meter.close();
    }

    @Override
    public void select(Selection selection) {
        board.select(selection);
    }

    @Override
    public Map<Path, Offer> offers() {
        return board.deployed().offers();
    }

    @Override
    public void refuse(Path file, String reason) {
        board.deployed().refuse(file, reason);
    }

    @Override
    public CatalogueSnapshot snapshot() {
        return board.current().snapshot();
    }

    @Override
    public CatalogueSnapshot settled(Kind kind) {
        board.absences().settle(kind, board::current);
        return snapshot();
    }

    @Override
    public <T> Lease<T> lease(Kind kind, String type, Class<T> contract) {
        return lease(new TypeKey(kind, type), () -> board.current().active(kind, type), contract)
                .orElseThrow(() -> unavailable(kind, type));
    }

    @Override
    public <T> Lease<T> lease(Pin pin, Class<T> contract) {
        return lease(new TypeKey(pin.kind(), pin.type()), () -> board.current().pinned(pin), contract)
                .orElseThrow(
                        () -> board.current().active(pin.kind(), pin.type()).isPresent()
                                ? changed(pin)
                                : unavailable(pin.kind(), pin.type()));
    }

    @Override
    public String name() {
        return "plugins";
    }

    @Override
    public Health check() {
        return board.isReady()
                ? new Health(true, snapshot().plugins().size() + " plug-ins")
                : new Health(false, "The plug-ins are being looked at.");
    }

    private <T> Optional<Lease<T>> lease(TypeKey type, Supplier<Optional<TypeService>> search, Class<T> contract) {
        Optional<Lease<T>> lease = lease(search, contract);
        return lease.isPresent() ? lease : board.absences().find(type, () -> lease(search, contract));
    }

    /** A service that retired just now is tried once; another one may have taken its place. */
    private <T> Optional<Lease<T>> lease(Supplier<Optional<TypeService>> search, Class<T> contract) {
        Optional<TypeService> service = search.get();
        while (service.isPresent()) {
            TypeService tried = service.get();
            Optional<Object> object = tried.acquire();
            if (object.isPresent()) {
                return Optional.of(new ServiceLease<>(tried, contract.cast(object.get())));
            }
            service = search.get().filter(next -> next != tried);
        }
        return Optional.empty();
    }

    private static GatewrightException unavailable(Kind kind, String type) {
        return new GatewrightException(
                CommonError.TYPE_UNAVAILABLE,
                "The " + Contracts.noun(kind) + " “" + type + "” is not available at the moment.");
    }

    private static GatewrightException changed(Pin pin) {
        return new GatewrightException(
                CommonError.TYPE_UNAVAILABLE,
                "The " + Contracts.noun(pin.kind()) + " “" + pin.type()
                        + "” has been updated meanwhile and cannot go on from here. Please begin again.");
    }
}
