package org.gatewright.spi.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A browser in which a user has signed in.
 *
 * @param id names the session; not the cookie, so not secret
 * @param user who signed in
 * @param authTime when the user last proved who they are
 * @param methods how, as RFC 8176 method references such as {@code pwd}
 * @param expires when it ends by itself
 * @since 1.0
 */
public record Session(UUID id, UUID user, Instant authTime, List<String> methods, Instant expires) {

    /** Copies the methods. */
    public Session {
        methods = List.copyOf(methods);
    }
}
