package org.gatewright.rest.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatewright.json.Schemas;
import org.gatewright.spi.data.JsonObject;

/** The JSON Schema of settings as they are shown, made from the one by which they are given: defaults are filled in, secrets masked or left out. */
final class ShownSettings {

    private static final String PROPERTIES = "properties";
    private static final String ITEMS = "items";
    private static final Set<String> FORMATS = Set.of("uri", "email");

    private ShownSettings() {}

    static JsonObject of(JsonObject given) {
        JsonObject schema = given.without("$schema");
        if (isSecret(given)) {
            return Schemas.TEXT.with("title", given.text("title")).with("description", "Masked.");
        }
        if (given.object(ITEMS).isPresent()) {
            return schema.with(ITEMS, given.object(ITEMS).map(ShownSettings::of));
        }
        return given.object(PROPERTIES)
                .map(properties -> schema.without("additionalProperties")
                        .with(PROPERTIES, all(properties))
                        .with("required", always(given, properties)))
                .orElseGet(() -> orEmpty(schema));
    }

    /** Lets a text of a format be empty, as those that are given may be. */
    private static JsonObject orEmpty(JsonObject text) {
        return text.text("format")
                .filter(FORMATS::contains)
                .filter(format -> text.integer("minLength").orElse(0L) == 0)
                .map(format -> text.without("format")
                        .with("anyOf", List.of(JsonObject.of("maxLength", 0), JsonObject.of("format", format))))
                .orElse(text);
    }

    /** Returns the schema of the secrets that are made for whom does not give them, and shown once. */
    static JsonObject generated(JsonObject given) {
        JsonObject made = JsonObject.empty();
        for (Map.Entry<String, Object> property :
                given.object(PROPERTIES).orElse(JsonObject.empty()).members().entrySet()) {
            if (property.getValue() instanceof JsonObject schema && schema.has("x-generated") && isSecret(schema)) {
                made = made.with(property.getKey(), Schemas.TEXT);
            }
        }
        return Schemas.ANY_OBJECT.with(PROPERTIES, made);
    }

    private static JsonObject all(JsonObject properties) {
        JsonObject shown = JsonObject.empty();
        for (String name : properties.members().keySet()) {
            shown = shown.with(name, properties.object(name).map(ShownSettings::of));
        }
        return shown;
    }

    /** Returns the names of those that are always there: what must be given, and what has a default. */
    private static List<String> always(JsonObject given, JsonObject properties) {
        List<String> names = new ArrayList<>();
        for (String name : properties.members().keySet()) {
            JsonObject property = properties.object(name).orElse(JsonObject.empty());
            if (!isSecret(property)
                    && (property.has("default") || given.texts("required").contains(name))) {
                names.add(name);
            }
        }
        return names;
    }

    private static boolean isSecret(JsonObject property) {
        return property.bool("writeOnly").orElse(false);
    }
}
