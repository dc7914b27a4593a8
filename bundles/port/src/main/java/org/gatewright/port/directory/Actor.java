package org.gatewright.port.directory;

import java.util.Optional;
import org.gatewright.spi.directory.User;

/**
 * Who causes a change, for the rules and for the audit event.
 *
 * @param user empty for the server itself: first start, console of the machine's owner
 * @param address where from; empty for the server itself
 */
public record Actor(Optional<User> user, String address) {

    /** The server itself, who may do everything. */
    public static Actor system() {
        return new Actor(Optional.empty(), "");
    }
}
