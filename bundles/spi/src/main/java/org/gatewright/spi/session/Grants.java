package org.gatewright.spi.session;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps grants. Safe for use by several threads; writes join the surrounding transaction.
 *
 * @since 1.0
 */
@ProviderType
public interface Grants {

    /** Keeps a new grant. */
    void add(Grant grant);

    /** Finds the grant if it is alive: not revoked, not expired, and its session not ended unless it outlives it, its user active. */
    Optional<Grant> alive(UUID id);

    /** Ends the grant and with it all its tokens. Does nothing if it has ended. */
    void revoke(UUID id);

    /** Remembers until the moment given that the token with this id is dead before its time (RFC 7009). */
    void revokeToken(String tokenId, Instant until);

    /** Tells whether a token was revoked. */
    boolean isTokenRevoked(String tokenId);
}
