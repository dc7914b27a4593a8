package org.gatewright.protocols.oauth2.token;

import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.directory.User;

/** Asks again, whenever tokens are due, whether the user may use the application: policies, groups and users change. */
final class Eligibility {

    private final Directory directory;

    Eligibility(Directory directory) {
        this.directory = directory;
    }

    /** Returns the user if they are active and may use the client's application. */
    Optional<User> eligible(TokenRequest request, UUID user) {
        return directory.user(user).filter(User::active).filter(found -> request.context()
                .access(request.client().provider(), Optional.of(found))
                .allowed());
    }
}
