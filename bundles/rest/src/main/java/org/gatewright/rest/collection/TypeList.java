package org.gatewright.rest.collection;

import java.util.List;
import java.util.Locale;
import org.gatewright.port.configuration.Configuration;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.plugins.TypeVersion;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.plugin.Kind;

/** The installed types of a kind, each with the plug-in that brings it and the schema of its settings. */
final class TypeList {

    private final PluginCatalogue catalogue;
    private final Configuration configuration;

    TypeList(PluginCatalogue catalogue, Configuration configuration) {
        this.catalogue = catalogue;
        this.configuration = configuration;
    }

    List<JsonObject> of(Kind kind, Model model) {
        return catalogue.snapshot().active(kind).stream()
                .map(type -> show(type, model))
                .toList();
    }

    private JsonObject show(TypeVersion type, Model model) {
        return JsonObject.of("name", type.title())
                .with("description", type.description())
                .with("component", type.type())
                .with("model_name", type.type())
                .with("icon_url", "")
                .with(
                        "plugin",
                        JsonObject.of("name", type.plugin())
                                .with("version", type.version())
                                .with("state", type.state().name().toLowerCase(Locale.ROOT)))
                .with("schema", configuration.schema(model, type.type()));
    }
}
