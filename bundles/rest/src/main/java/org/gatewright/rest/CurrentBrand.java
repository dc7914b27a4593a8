package org.gatewright.rest;

import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.configuration.BrandFields;
import org.gatewright.port.configuration.ConfigurationSnapshot;
import org.gatewright.spi.data.JsonObject;

/** The brand as anybody may see it: look and the slugs of the default flows. */
final class CurrentBrand {

    private CurrentBrand() {}

    static JsonObject of(ConfigurationSnapshot snapshot, String host) {
        BrandFields brand = snapshot.brand(host).value();
        return JsonObject.of("matched_domain", brand.domain())
                .with("branding_title", brand.brandingTitle())
                .with("branding_logo", brand.brandingLogo())
                .with("branding_favicon", brand.brandingFavicon())
                .with("flow_authentication", slug(snapshot, brand.flowAuthentication()))
                .with("flow_invalidation", slug(snapshot, brand.flowInvalidation()))
                .with("flow_recovery", slug(snapshot, brand.flowRecovery()));
    }

    private static Optional<String> slug(ConfigurationSnapshot snapshot, Optional<UUID> flow) {
        return flow.flatMap(snapshot::flow).map(entry -> entry.value().slug());
    }
}
