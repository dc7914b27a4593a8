package org.gatewright.console.plugins;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.gatewright.port.plugins.PluginCanaries.Canary;
import org.gatewright.port.plugins.PluginCanaries.Compared;
import org.gatewright.port.plugins.PluginCanaries.Figures;
import org.gatewright.spi.data.JsonObject;

/** Canaries as the console shows them. */
final class CanaryRows {

    private CanaryRows() {}

    static JsonObject of(Canary canary) {
        return JsonObject.of("version", canary.version())
                .with("active", canary.active())
                .with("audience", canary.audience().toString())
                .with("begun", canary.begun().toString())
                .with("types", canary.types().stream().map(CanaryRows::of).toList());
    }

    private static JsonObject of(Compared compared) {
        return JsonObject.of("type", compared.type())
                .with("own", of(compared.own()))
                .with("others", of(compared.others()));
    }

    private static JsonObject of(Figures figures) {
        return JsonObject.of("calls", figures.calls())
                .with("failures", rounded(figures.failures()))
                .with("milliseconds", rounded(figures.milliseconds()));
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
