package org.gatewright.port.session;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;

/**
 * A key that signs tokens.
 *
 * @param algorithm the JWA name: {@code RS256}, {@code ES256} or {@code EdDSA}
 * @param state {@code active}; {@code retired} keys are published until they expire, and sign no more
 * @param publicJwk the public key as a JWK, with {@code kid}
 */
public record SigningKey(
        UUID id,
        String name,
        String algorithm,
        String state,
        Instant created,
        Optional<Instant> expires,
        JsonObject publicJwk) {}
