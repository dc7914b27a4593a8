package org.gatewright.port.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps consents: one for each user and application. */
@ProviderType
public interface ConsentStore {

    /** Returns the scopes of the consent that has not expired. */
    Optional<Set<String>> find(UUID user, String application, Instant now);

    /** Adds or replaces the consent. */
    void save(UUID user, String application, Set<String> scopes, Optional<Instant> expires);
}
