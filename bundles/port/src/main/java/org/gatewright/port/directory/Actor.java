package org.gatewright.port.directory;

import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.directory.User;

/**
 * Who causes a change, for the rules and for the audit event.
 *
 * @param kind what sort of actor
 * @param user there for the kind {@code USER} only
 * @param session of the browser that the user acts in, if it is one
 * @param address where from; empty for the server itself
 */
public record Actor(Kind kind, Optional<User> user, Optional<UUID> session, String address) {

    /** Sorts of actors. */
    public enum Kind {
        /** The server itself, who may do everything: first start, console of the machine's owner. */
        SYSTEM,
        /** A user, who may do what roles say. */
        USER,
        /** A visitor whom no one knows, who holds nothing: a flow such as enrolment acts for them. */
        ANONYMOUS
    }

    /**
     * Checks that only users have a user.
     *
     * @throws IllegalArgumentException if kind and user do not go together
     */
    public Actor {
        if (user.isPresent() != (kind == Kind.USER)) {
            throw new IllegalArgumentException("a user is there for the kind USER only");
        }
    }

    /** Somebody from outside: the user, or a visitor whom no one knows. */
    public Actor(Optional<User> user, String address) {
        this(user.isPresent() ? Kind.USER : Kind.ANONYMOUS, user, Optional.empty(), address);
    }

    /** The server itself, who may do everything. */
    public static Actor system() {
        return new Actor(Kind.SYSTEM, Optional.empty(), Optional.empty(), "");
    }

    /** The same actor in the session of a browser. */
    public Actor in(Optional<UUID> current) {
        return new Actor(kind, user, current, address);
    }

    /** Tells whether this is the server itself. */
    public boolean isSystem() {
        return kind == Kind.SYSTEM;
    }
}
