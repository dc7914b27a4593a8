package org.gatewright.protocols.saml.respond;

import java.util.Optional;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.protocol.ProtocolContext;
import org.gatewright.spi.session.Session;

/**
 * Who is signed in in the browser.
 *
 * @param session the session
 * @param user an active user
 */
public record SignedIn(Session session, User user) {

    /** Returns who is signed in; a user who is no longer active is not. */
    public static Optional<SignedIn> in(ProtocolContext context, Directory directory) {
        return context.session()
                .flatMap(session ->
                        directory.user(session.user()).filter(User::active).map(user -> new SignedIn(session, user)));
    }
}
