package org.gatewright.spi.session;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What users have agreed to give to applications.
 *
 * @since 1.0
 */
@ProviderType
public interface Consents {

    /** Returns the scopes that the user's remembered and unexpired consent for the application covers; empty if there is none. */
    Optional<Set<String>> find(UUID user, String application);
}
