package org.gatewright.port.plugins;

import java.util.Optional;
import org.gatewright.spi.plugin.Kind;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Hands out plug-ins. Reads are of an immutable snapshot and take no lock. Who needs a type that went a moment ago although nobody decided so, as when its bundle is
 * updated in place, waits for it, for three seconds since it went at most.
 */
@ProviderType
public interface PluginCatalogue {

    /** Returns what is known now. */
    CatalogueSnapshot snapshot();

    /** Returns what is known once the types of the kind that went a moment ago are back, or the time for that is over. */
    CatalogueSnapshot settled(Kind kind);

    /** Returns the version that a flow which begins now has to plan with: the active one, or the canary if the flow is one of its; empty if there is neither. */
    Optional<Pin> pin(Kind kind, String type, Occasion occasion);

    /**
     * Leases the active version of the type, or the canary if the occasion is one of its.
     *
     * @throws org.gatewright.spi.error.GatewrightException with {@code TYPE_UNAVAILABLE} if there is neither; its detail says so in plain words
     */
    <T> Lease<T> lease(Kind kind, String type, Occasion occasion, Class<T> contract);

    /** Leases a version for a call of which nothing is known. */
    default <T> Lease<T> lease(Kind kind, String type, Class<T> contract) {
        return lease(kind, type, Occasion.UNKNOWN, contract);
    }

    /**
     * Leases the pinned version, or, if that is gone, the active one with the same state version.
     *
     * @throws org.gatewright.spi.error.GatewrightException with {@code TYPE_UNAVAILABLE} if there is neither
     */
    <T> Lease<T> lease(Pin pin, Class<T> contract);
}
