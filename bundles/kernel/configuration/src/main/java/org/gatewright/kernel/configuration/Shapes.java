package org.gatewright.kernel.configuration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.kernel.configuration.binding.ObjectShape;
import org.gatewright.kernel.configuration.binding.Reference;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.crypto.Sealer;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.plugins.Lease;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.plugins.TypeVersion;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.plugin.SettingsCheck;

/** Finds the shape of objects: of the kernel's own models at once, of instances as long as their type is installed. */
final class Shapes {

    private final PluginCatalogue catalogue;

    Shapes(PluginCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Finds the shape; empty if the type is not installed. */
    Optional<ObjectShape> find(Model model, String type) {
        Class<? extends Record> common = Models.fields(model);
        if (model.kind().isEmpty()) {
            return Optional.of(ObjectShape.of(List.of(common)));
        }
        return settings(model.kind().get(), type).map(settings -> ObjectShape.of(List.of(common, settings)));
    }

    /**
     * Returns the shape.
     *
     * @throws GatewrightException with {@code TYPE_UNAVAILABLE} if the type is not installed
     */
    ObjectShape get(Model model, String type) {
        return find(model, type)
                .orElseThrow(() -> new GatewrightException(
                        CommonError.TYPE_UNAVAILABLE,
                        "The " + model.wireName() + " type “" + type + "” is not installed or not active."));
    }

    /** Returns the object's fields as the API shows them; as stored if the version that is active cannot read them. */
    JsonObject shown(ConfigurationObject object) {
        return find(object.model(), object.type())
                .flatMap(shape -> new InstanceShapes(object).find(shape.own()).map(shape::show))
                .orElseGet(() -> ObjectShape.showUnknown(object.fields()));
    }

    /** Lists what the object refers to; nothing if the version that is active cannot read it. */
    List<Reference> references(ConfigurationObject object) {
        return find(object.model(), object.type())
                .filter(shape -> new InstanceShapes(object).find(shape.own()).isPresent())
                .map(shape -> shape.references(object.fields()))
                .orElse(List.of());
    }

    /**
     * Asks the type what it thinks of the settings of its instance.
     *
     * @throws InvalidFieldsException naming each wrong field
     */
    void check(ConfigurationObject object, Sealer sealer) {
        object.model()
                .kind()
                .flatMap(kind -> catalogue.snapshot().active(kind, object.type()))
                .ifPresent(version -> version.settings()
                        .map(type -> ObjectShape.bind(type, object.fields(), sealer))
                        .ifPresent(settings -> check(version, settings)));
    }

    private void check(TypeVersion version, Record settings) {
        Map<String, List<String>> problems = problems(version, settings);
        if (!problems.isEmpty()) {
            throw new InvalidFieldsException(problems);
        }
    }

    private Map<String, List<String>> problems(TypeVersion version, Record settings) {
        try (Lease<Object> lease = catalogue.lease(version.pin(), Object.class)) {
            if (!lease.pin().equals(version.pin())) {
                throw new GatewrightException(
                        CommonError.CONFLICT,
                        "The type “" + version.type() + "” is being updated at this moment. Please try again.");
            }
            return lease.call(
                    plugin -> plugin instanceof SettingsCheck<?> check ? problems(check, settings) : Map.of());
        }
    }

    /** A type checks the record that it names, which is the one that the settings were bound to. */
    @SuppressWarnings("unchecked")
    private static <S extends Record> Map<String, List<String>> problems(SettingsCheck<S> check, Record settings) {
        return Map.copyOf(check.problems((S) settings));
    }

    private Optional<Class<? extends Record>> settings(Kind kind, String type) {
        return catalogue.snapshot().active(kind, type).flatMap(TypeVersion::settings);
    }
}
