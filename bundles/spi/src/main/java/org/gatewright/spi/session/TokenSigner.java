package org.gatewright.spi.session;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Signs JSON Web Tokens (RFC 7519) with the keys of this server, and checks tokens that it signed.
 *
 * @since 1.0
 */
@ProviderType
public interface TokenSigner {

    /**
     * Signs the claims.
     *
     * @param type the header {@code typ}, such as {@code at+jwt} (RFC 9068)
     * @param key the key to use, or empty for the active RS256 key
     * @throws org.gatewright.spi.error.GatewrightException of kind UNAVAILABLE if there is no such key
     */
    String sign(String type, JsonObject claims, Optional<UUID> key);

    /**
     * Checks signature and {@code typ} of a token that this server signed with a key that is still published. Expiry and audience are the caller's business.
     *
     * @return the claims, or empty if the token is not good
     */
    Optional<JsonObject> verify(String type, String token);

    /** Returns the published public keys as a JWK set (RFC 7517): active, next and recently retired ones. */
    JsonObject publicKeys();

    /** Returns the JWA name of the algorithm that {@link #sign} uses for the key, or for the default key. */
    String algorithm(Optional<UUID> key);

    /** Returns the names of all algorithms that active keys sign with. */
    Set<String> algorithms();
}
