package org.gatewright.port.store;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps values that can be used once, by their hash. */
@ProviderType
public interface SingleUseStore {

    /** A stored value. */
    record Stored(String purpose, String data, boolean used, Instant expires) {}

    /** Adds a value. */
    void add(String hash, String purpose, String data, Instant expires);

    /** Finds the value, used and expired ones included until they are deleted. */
    Optional<Stored> find(String hash);

    /** Marks the value as used if it is not, and not expired: one conditional UPDATE. Of many that try at once one gets true. */
    boolean use(String hash, String purpose, Instant now);

    /** Takes a name that can be taken once in the life of the installation; true for the only one who gets it, without an error for the transaction. */
    boolean claim(String name, Instant now);

    /** Deletes what expired before the moment given; returns how many. */
    int deleteExpired(Instant before);
}
