package org.gatewright.port.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.session.Grant;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps grants, revoked tokens and consents. */
@ProviderType
public interface GrantStore {

    /** Adds a grant. */
    void add(Grant grant);

    /** Finds the grant if it is neither revoked nor expired, its user (if any) active, and its session (if it hangs off one) alive. */
    Optional<Grant> findAlive(UUID id, Instant now);

    /** Revokes the grant; false if it was, or there is none. A revoked grant's row may go. A revocation wins over a grant that is added later with the same id. */
    boolean revoke(UUID id);

    /** Revokes the grants of the session that do not outlive it. */
    void revokeOfSession(UUID session);

    /** Revokes all grants of the user. */
    void revokeOfUser(UUID user);

    /** Remembers a revoked token until the moment given; nothing changes if it is remembered. */
    void addRevokedToken(String tokenId, Instant until);

    /** Tells whether the token is remembered as revoked. */
    boolean isTokenRevoked(String tokenId);

    /** Deletes what has expired; returns how many. */
    int deleteExpired(Instant now);
}
