package org.gatewright.protocols.oauth2.authorize;

import java.util.Optional;
import org.gatewright.protocols.oauth2.claims.Subjects;
import org.gatewright.protocols.oauth2.client.Client;
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
record SignedIn(Session session, User user) {

    /** Returns who is signed in; a user who is no longer active is not. */
    static Optional<SignedIn> in(ProtocolContext context, Directory directory) {
        return context.session()
                .flatMap(session ->
                        directory.user(session.user()).filter(User::active).map(user -> new SignedIn(session, user)));
    }

    String subject(Client client) {
        return Subjects.name(user, client.settings().subMode());
    }
}
