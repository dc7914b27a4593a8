package org.gatewright.port.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps signing keys. */
@ProviderType
public interface KeyStore {

    /**
     * A stored key.
     *
     * @param role {@code default}, used where no key is named; {@code named}; {@code retired}
     * @param publicJwk as JSON
     * @param sealedPrivateJwk as JSON, sealed
     */
    record Stored(
            UUID id,
            String name,
            String algorithm,
            String role,
            Instant created,
            Optional<Instant> expires,
            String publicJwk,
            String sealedPrivateJwk) {
        /** Keeps the key out of logs. */
        @Override
        public String toString() {
            return "Stored[" + id + ", " + algorithm + ", " + role + "]";
        }
    }

    /** Lists all keys. */
    List<Stored> list();

    /** Adds a key; false if a {@code default} key of the algorithm exists and this is one too, without an error for the transaction. */
    boolean add(Stored key);

    /** Changes role and expiry if the role is the expected one; false if not. */
    boolean change(UUID id, String expectedRole, String role, Optional<Instant> expires);

    /** Deletes what has expired; returns how many. */
    int deleteExpired(Instant now);
}
