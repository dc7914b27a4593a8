package org.gatewright.console.plugins;

import java.util.Locale;
import org.gatewright.port.plugins.PluginInfo;
import org.gatewright.spi.data.JsonObject;

/** Plug-ins as the console shows them. */
final class PluginRows {

    private PluginRows() {}

    static JsonObject of(PluginInfo plugin) {
        return JsonObject.of("id", plugin.id())
                .with("version", plugin.version())
                .with("state", plugin.state().name().toLowerCase(Locale.ROOT))
                .with("reason", plugin.reason())
                .with("name", plugin.name())
                .with("bundle", plugin.bundleId());
    }
}
