package org.gatewright.rest.collection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.gatewright.json.Schemas;
import org.gatewright.json.Shape;
import org.gatewright.port.plugins.PluginCanaries.Canary;
import org.gatewright.port.plugins.PluginCanaries.Compared;
import org.gatewright.port.plugins.PluginCanaries.Figures;
import org.gatewright.spi.data.JsonObject;

/** Canaries as JSON. */
final class CanaryShapes {

    private static final JsonObject MEASURE = JsonObject.of("type", "number");
    private static final Shape<Figures> FIGURES = Shape.<Figures>empty()
            .shown("calls", Schemas.NUMBER, Figures::calls)
            .shown("failures", MEASURE, figures -> rounded(figures.failures()))
            .shown("milliseconds", MEASURE, figures -> rounded(figures.milliseconds()));
    private static final Shape<Compared> COMPARED = Shape.<Compared>empty()
            .shown("type", Schemas.TEXT, Compared::type)
            .shown("own", FIGURES.schema(), compared -> FIGURES.show(compared.own()))
            .shown("others", FIGURES.schema(), compared -> FIGURES.show(compared.others()));

    /** A canary. */
    static final Shape<Canary> CANARY = Shape.<Canary>empty()
            .shown("version", Schemas.TEXT, Canary::version)
            .shown("active", Schemas.TEXT, Canary::active)
            .shown("audience", Schemas.TEXT, canary -> canary.audience().toString())
            .shown("begun", Schemas.TEXT, canary -> canary.begun().toString())
            .shown("types", Schemas.list(COMPARED.schema()), canary -> canary.types().stream()
                    .map(COMPARED::show)
                    .toList());

    private CanaryShapes() {}

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
