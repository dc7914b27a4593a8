package org.gatewright.spi.credential;

import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.data.SecretText;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The stored password hashes of users, and the hashers that are installed.
 *
 * @since 1.0
 */
@ProviderType
public interface PasswordHashes {

    /** Returns the stored hash of the user's password, if the user has one. */
    Optional<String> of(UUID user);

    /**
     * Checks the password with the hasher that made the stored hash.
     *
     * @throws org.gatewright.spi.error.GatewrightException of kind UNAVAILABLE if that hasher is not installed
     */
    boolean verify(SecretText password, String stored);

    /** Spends the time of one verification with the hasher of today. */
    void verifyNothing(SecretText password);

    /** Stores the password again with the hasher of today if the stored hash is weaker and has not changed meanwhile. */
    void upgrade(UUID user, SecretText password, String stored);
}
