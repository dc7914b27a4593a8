package org.gatewright.port.http;

import java.util.Optional;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.spi.session.Session;

/**
 * Who calls the API: the entry has checked token, session and CSRF, and sets it as the request attribute {@link #ATTRIBUTE}.
 *
 * @param user empty if nobody is known
 * @param session if the caller is a browser with one
 */
public record Caller(Optional<User> user, Optional<Session> session, ClientInfo client) {

    /** The name of the request attribute. */
    public static final String ATTRIBUTE = "org.gatewright.caller";
}
