package org.gatewright.kernel.flow;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.gatewright.json.JsonSyntaxException;
import org.gatewright.json.JsonText;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.crypto.Sealer;
import org.gatewright.port.directory.Devices;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.plugins.Lease;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.plugins.PluginTexts;
import org.gatewright.spi.authenticator.AuthenticatorMethod;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leases methods of second factors, and encrypts what they keep between two visits. */
@Component(service = Methods.class)
public final class Methods {

    private static final String PURPOSE = "authenticator/state";
    private static final String SEALED = "sealed";

    private final PluginCatalogue catalogue;
    private final Devices devices;
    private final Sealer sealer;
    private final Tries tries;
    private final AddressTries addresses;
    private final PluginTexts texts;

    /** Calls what the catalogue hands out. */
    @Activate
    public Methods(
            @Reference PluginCatalogue catalogue,
            @Reference Devices devices,
            @Reference Sealer sealer,
            @Reference Tries tries,
            @Reference AddressTries addresses,
            @Reference PluginTexts texts) {
        this.catalogue = catalogue;
        this.devices = devices;
        this.sealer = sealer;
        this.tries = tries;
        this.addresses = addresses;
        this.texts = texts;
    }

    Devices devices() {
        return devices;
    }

    Tries tries() {
        return tries;
    }

    AddressTries addresses() {
        return addresses;
    }

    /** Returns what says the words of a method to the visitor. */
    Said said(Lease<?> lease, VisitContext.Visit visit) {
        return Said.by(lease, visit.turn(), texts);
    }

    /** Finds the instance of a method if it is there and its type is installed. */
    Optional<ConfigurationObject> find(Turn turn, UUID instance) {
        return turn.configuration()
                .object(instance)
                .filter(object -> object.model() == Model.AUTHENTICATOR)
                .filter(object -> catalogue
                        .settled(Kind.AUTHENTICATOR)
                        .active(Kind.AUTHENTICATOR, object.type())
                        .isPresent());
    }

    /** Does the work with a lease of the type. */
    <R> R leased(VisitContext.Visit visit, String type, Function<Lease<AuthenticatorMethod>, R> work) {
        FlowOccasion occasion = FlowOccasion.of(visit.turn(), visit.execution().origin());
        try (Lease<AuthenticatorMethod> lease =
                catalogue.lease(Kind.AUTHENTICATOR, type, occasion, AuthenticatorMethod.class)) {
            return work.apply(lease);
        }
    }

    /**
     * Encrypts what a method keeps.
     *
     * @param about the device or the instance
     */
    JsonObject seal(Lease<?> lease, UUID about, JsonObject state) {
        return state.isEmpty()
                ? state
                : JsonObject.of(
                        SEALED,
                        sealer.seal(
                                PURPOSE,
                                JsonText.write(JsonObject.of("about", about)
                                        .with("version", lease.pin().stateVersion())
                                        .with("state", state))));
    }

    /** Opens what {@link #seal} made; empty if it is about something else, or of a version with another shape. */
    JsonObject open(Lease<?> lease, UUID about, JsonObject kept) {
        return kept.text(SEALED)
                .flatMap(text -> sealer.open(PURPOSE, text))
                .flatMap(Methods::read)
                .filter(state -> state.text("about").equals(Optional.of(about.toString())))
                .filter(state -> state.integer("version")
                        .equals(Optional.of((long) lease.pin().stateVersion())))
                .flatMap(state -> state.object("state"))
                .orElse(JsonObject.empty());
    }

    static GatewrightException unavailable(String what) {
        return new GatewrightException(CommonError.TYPE_UNAVAILABLE, what);
    }

    private static Optional<JsonObject> read(String text) {
        try {
            return Optional.of(JsonText.read(text));
        } catch (JsonSyntaxException e) {
            return Optional.empty();
        }
    }
}
