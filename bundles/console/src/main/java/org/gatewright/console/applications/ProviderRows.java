package org.gatewright.console.applications;

import org.gatewright.port.configuration.Configuration;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.spi.data.JsonObject;

/** Providers and applications as the console shows them. */
final class ProviderRows {

    private ProviderRows() {}

    static JsonObject of(Configuration configuration, ConfigurationObject object) {
        return JsonObject.of("pk", object.pk())
                .with("name", object.name())
                .with("type", object.type())
                .with(
                        "application",
                        configuration.snapshot().applicationOf(object.pk()).map(entry -> entry.value()
                                .slug()))
                .merge(configuration.shown(object));
    }
}
