package org.gatewright.spi.credential;

import org.gatewright.spi.data.SecretText;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One algorithm that stores passwords as text in the PHC string format. Chosen by {@link #accepts} for a stored hash. Stateless and safe for use by several
 * threads.
 *
 * @since 1.0
 */
@ConsumerType
public interface PasswordHasher {

    /** Tells by its prefix whether this algorithm made the stored hash. */
    boolean accepts(String stored);

    /** Hashes the password with a new random salt and the parameters of today. */
    String hash(SecretText password);

    /**
     * Checks the password in constant time.
     *
     * @throws IllegalArgumentException if the stored text is not one that {@link #accepts} takes
     */
    boolean verify(SecretText password, String stored);

    /** Tells whether the stored hash was made with weaker parameters than those of today. */
    boolean needsRehash(String stored);
}
