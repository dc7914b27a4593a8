package org.gatewright.port.policy;

import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;

/** A service that knows what users have set up as a second factor. There may be none; then nobody has any. */
@ConsumerType
public interface UserAuthenticators {

    /** Returns the types of the authenticators that the user has set up and confirmed, such as {@code totp}. */
    Set<String> typesOf(UUID user);
}
