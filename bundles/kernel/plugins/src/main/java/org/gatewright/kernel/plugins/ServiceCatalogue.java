package org.gatewright.kernel.plugins;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gatewright.kernel.plugins.Board.TypeKey;
import org.gatewright.kernel.plugins.canary.CallFigures;
import org.gatewright.kernel.plugins.canary.Comparison;
import org.gatewright.kernel.plugins.guard.CallRecorder;
import org.gatewright.kernel.plugins.guard.Guard;
import org.gatewright.kernel.plugins.guard.GuardLimits;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.health.Health;
import org.gatewright.port.health.HealthCheck;
import org.gatewright.port.plugins.CatalogueSnapshot;
import org.gatewright.port.plugins.Lease;
import org.gatewright.port.plugins.Occasion;
import org.gatewright.port.plugins.Pin;
import org.gatewright.port.plugins.PluginCanaries.Compared;
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
        service = {PluginCatalogue.class, VersionSwitch.class, DropFolder.class, CallFigures.class, HealthCheck.class},
        immediate = true)
public final class ServiceCatalogue implements PluginCatalogue, VersionSwitch, DropFolder, CallFigures, HealthCheck {

    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final CallMeter meter;
    private final Guard guard;
    private final Comparison comparison = new Comparison();
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
        board = new ServiceBoard(context, drain, type -> guard.of(type.guarded(), recorder(type)));
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
        comparison.follow(selection.pairs());
        board.select(selection);
    }

    @Override
    public List<Compared> of(Comparison.Pair pair) {
        return comparison.figures(pair);
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
    public Optional<Pin> pin(Kind kind, String type, Occasion occasion) {
        return board.current().chosen(kind, type, occasion).map(service -> service.description()
                .pin());
    }

    @Override
    public <T> Lease<T> lease(Kind kind, String type, Occasion occasion, Class<T> contract) {
        TypeKey key = new TypeKey(kind, type);
        return board.absences()
                .find(key, () -> leased(key, occasion, contract))
                .orElseThrow(() -> unavailable(kind, type));
    }

    @Override
    public <T> Lease<T> lease(Pin pin, Class<T> contract) {
        return board.absences()
                .find(new TypeKey(pin.kind(), pin.type()), () -> leased(pin, contract))
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

    private CallRecorder recorder(TypeDescription type) {
        return comparison.of(type.pluginVersion(), type.kind().path() + "/" + type.type(), meter.of(type));
    }

    /** If the canary goes in this moment the others' version is called. */
    private <T> Optional<Lease<T>> leased(TypeKey type, Occasion occasion, Class<T> contract) {
        return first(
                board.current().chosen(type.kind(), type.type(), occasion),
                () -> board.current().active(type.kind(), type.type()),
                contract);
    }

    private <T> Optional<Lease<T>> leased(Pin pin, Class<T> contract) {
        return first(board.current().pinned(pin), () -> board.current().pinned(pin), contract);
    }

    /** A service that retired just now is tried once; another one may have taken its place. */
    private static <T> Optional<Lease<T>> first(
            Optional<TypeService> chosen, Supplier<Optional<TypeService>> others, Class<T> contract) {
        Optional<TypeService> service = chosen;
        while (service.isPresent()) {
            TypeService tried = service.get();
            Optional<Object> object = tried.acquire();
            if (object.isPresent()) {
                return Optional.of(new ServiceLease<>(tried, contract.cast(object.get())));
            }
            service = others.get().filter(next -> next != tried);
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
