package org.gatewright.spi.credential;

import java.util.List;
import java.util.Optional;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.User;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Asks the credential back ends in order. The only way for a stage to check a password.
 *
 * @since 1.0
 */
@ProviderType
public interface CredentialVerifier {

    /**
     * Checks the password of the user, who may be nobody: that takes as long and answers the same as a wrong password. A user who is not active never matches.
     *
     * @param backends type names of credential back ends, asked in this order until one knows the user
     * @return the name of the back end that matched, or empty
     * @throws org.gatewright.spi.error.GatewrightException of kind UNAVAILABLE if a named back end is not installed and none before it knew the user
     */
    Optional<String> verify(Optional<User> user, SecretText password, List<String> backends);
}
