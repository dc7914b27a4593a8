package org.gatewright.kernel.configuration;

import java.util.List;
import java.util.Optional;
import org.gatewright.kernel.configuration.binding.ObjectShape;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.plugins.TypeVersion;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;

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

    private Optional<Class<? extends Record>> settings(Kind kind, String type) {
        return catalogue.snapshot().active(kind, type).flatMap(TypeVersion::settings);
    }
}
