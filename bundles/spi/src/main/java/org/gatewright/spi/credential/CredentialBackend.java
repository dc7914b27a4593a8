package org.gatewright.spi.credential;

import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.User;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Checks the password of a user against one place that holds passwords. Stateless and safe for use by several threads.
 *
 * @since 1.0
 */
@ConsumerType
public interface CredentialBackend {

    /** Checks the password. Takes as long for a wrong one as for the right one. */
    Verification verify(User user, SecretText password);

    /** Spends the time that {@link #verify} takes, for a user who does not exist, so that an attacker with a clock learns nothing. */
    void verifyNobody(SecretText password);
}
