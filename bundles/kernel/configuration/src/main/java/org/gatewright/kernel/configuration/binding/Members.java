package org.gatewright.kernel.configuration.binding;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gatewright.spi.data.JsonObject;

/** What can be said of an object from its settings alone. */
final class Members {

    private Members() {}

    /** Returns the stored object as the API shows it, defaults filled in. */
    static JsonObject show(List<Setting> settings, JsonObject stored) {
        JsonObject shown = JsonObject.empty();
        for (Setting setting : settings) {
            Optional<Object> value = stored.get(setting.name()).flatMap(setting.type()::show);
            boolean fallsBack = !stored.has(setting.name()) && !setting.type().isSecret();
            shown = shown.with(setting.name(), fallsBack ? setting.fallback() : value);
        }
        return shown;
    }

    /** Returns the JSON Schema of the object. */
    static JsonObject schema(List<Setting> settings) {
        JsonObject properties = JsonObject.empty();
        for (Setting setting : settings) {
            properties = properties.with(setting.name(), setting.schema());
        }
        return JsonObject.of("type", "object")
                .with("properties", properties)
                .with("required", (Object) settings.stream()
                        .filter(Setting::isRequired)
                        .map(Setting::name)
                        .toList())
                .with("additionalProperties", false);
    }

    /** Names the references in a stored object. */
    static void references(List<Setting> settings, JsonObject stored, String prefix, Consumer<Reference> found) {
        for (Setting setting : settings) {
            stored.get(setting.name())
                    .ifPresent(value -> setting.type().references(value, prefix + setting.name(), found));
        }
    }
}
