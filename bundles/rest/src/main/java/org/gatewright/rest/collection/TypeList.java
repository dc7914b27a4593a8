package org.gatewright.rest.collection;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gatewright.json.Schemas;
import org.gatewright.json.Shape;
import org.gatewright.port.configuration.Configuration;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.plugins.PluginTexts;
import org.gatewright.port.plugins.TypeVersion;
import org.gatewright.port.plugins.VersionState;
import org.gatewright.spi.data.JsonObject;

/** The installed types of a kind, each with the plug-in that brings it and the schema of its settings. */
final class TypeList {

    /** The schema of the state of a plug-in, and of a type. */
    static final JsonObject STATE =
            Schemas.choice(Stream.of(VersionState.values()).map(TypeList::word).toList());

    private static final Shape<TypeVersion> PLUGIN = Shape.<TypeVersion>empty()
            .shown("name", Schemas.TEXT, TypeVersion::plugin)
            .shown("version", Schemas.TEXT, TypeVersion::version)
            .shown("state", STATE, type -> word(type.state()));

    private final PluginCatalogue catalogue;
    private final Configuration configuration;
    private final PluginTexts texts;

    TypeList(PluginCatalogue catalogue, Configuration configuration, PluginTexts texts) {
        this.catalogue = catalogue;
        this.configuration = configuration;
        this.texts = texts;
    }

    List<JsonObject> of(Model model, List<Locale> languages) {
        Shape<TypeVersion> shape = shape(model);
        return catalogue.snapshot().active(model.kind().orElseThrow()).stream()
                .map(type -> SaidSchema.ofType(shape.show(type), texts.of(type.plugin(), type.version(), languages)))
                .toList();
    }

    JsonObject schema(Model model) {
        return Schemas.list(shape(model).schema());
    }

    private Shape<TypeVersion> shape(Model model) {
        return Shape.<TypeVersion>empty()
                .shown("name", Schemas.TEXT, TypeVersion::title)
                .shown("description", Schemas.TEXT, TypeVersion::description)
                .shown("component", Schemas.TEXT, TypeVersion::type)
                .shown("model_name", Schemas.TEXT, TypeVersion::type)
                .shown("icon_url", Schemas.TEXT, type -> "")
                .shown("plugin", PLUGIN.schema(), PLUGIN::show)
                .shown("schema", Schemas.ANY_OBJECT, type -> configuration.schema(model, type.type()));
    }

    static String word(VersionState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
