package org.gatewright.spi.effect;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.UserType;

/**
 * Something that the engine does for a stage.
 *
 * @since 1.0
 */
public sealed interface Effect {

    /**
     * Signs the flow's user in: starts a session in this browser with a new cookie and ends the one before.
     *
     * @param duration how long the session lasts
     * @param persistent whether the cookie survives closing the browser
     * @param terminateOthers whether the user's other sessions end
     */
    record StartSession(Duration duration, boolean persistent, boolean terminateOthers) implements Effect {}

    /** Ends the session of this browser with all grants that hang off it, and removes the cookie. Does nothing without a session. */
    record EndSession() implements Effect {}

    /**
     * Remembers what the flow's user agrees to give to the application.
     *
     * @param application the slug
     * @param lifetime empty for ever
     */
    record RememberConsent(String application, Set<String> scopes, Optional<Duration> lifetime) implements Effect {
        /** Copies the scopes. */
        public RememberConsent {
            scopes = Set.copyOf(scopes);
        }
    }

    /**
     * Creates a user, who becomes the flow's user.
     *
     * @param password empty for a user without one
     * @param groups ids of the groups to join
     */
    record CreateUser(
            String username,
            String name,
            String email,
            UserType type,
            boolean active,
            String path,
            JsonObject attributes,
            Optional<SecretText> password,
            List<UUID> groups)
            implements Effect {
        /** Copies the groups. */
        public CreateUser {
            groups = List.copyOf(groups);
        }
    }

    /**
     * Changes the flow's user. What is empty stays.
     *
     * @param attributes joined to those the user has
     */
    record UpdateUser(
            Optional<String> username,
            Optional<String> name,
            Optional<String> email,
            JsonObject attributes,
            Optional<SecretText> password)
            implements Effect {}

    /**
     * Records an audit event in the same transaction.
     *
     * @param action such as {@code login_failed}
     * @param context what the administrator should know; nothing secret
     */
    record Audit(String action, JsonObject context) implements Effect {}
}
