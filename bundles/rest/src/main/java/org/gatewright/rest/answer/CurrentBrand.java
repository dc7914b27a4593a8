package org.gatewright.rest.answer;

import java.util.Optional;
import java.util.UUID;
import org.gatewright.json.Schemas;
import org.gatewright.json.Shape;
import org.gatewright.port.configuration.BrandFields;
import org.gatewright.port.configuration.ConfigurationSnapshot;
import org.gatewright.spi.data.JsonObject;

/** The brand as anybody may see it: look and the slugs of the default flows. */
public record CurrentBrand(ConfigurationSnapshot snapshot, BrandFields brand) {

    private static final Shape<CurrentBrand> SHAPE = Shape.<CurrentBrand>empty()
            .shown("matched_domain", Schemas.TEXT, current -> current.brand().domain())
            .shown("branding_title", Schemas.TEXT, current -> current.brand().brandingTitle())
            .shown("branding_logo", Schemas.TEXT, current -> current.brand().brandingLogo())
            .shown("branding_favicon", Schemas.TEXT, current -> current.brand().brandingFavicon())
            .shownIfAny(
                    "flow_authentication",
                    Schemas.TEXT,
                    current -> current.slug(current.brand().flowAuthentication()))
            .shownIfAny(
                    "flow_invalidation",
                    Schemas.TEXT,
                    current -> current.slug(current.brand().flowInvalidation()))
            .shownIfAny(
                    "flow_recovery",
                    Schemas.TEXT,
                    current -> current.slug(current.brand().flowRecovery()));

    /** Returns the JSON Schema of it. */
    public static JsonObject schema() {
        return SHAPE.schema();
    }

    /** Shows the brand of the host. */
    public static JsonObject of(ConfigurationSnapshot snapshot, String host) {
        return SHAPE.show(new CurrentBrand(snapshot, snapshot.brand(host).value()));
    }

    private Optional<String> slug(Optional<UUID> flow) {
        return flow.flatMap(snapshot::flow).map(entry -> entry.value().slug());
    }
}
