package org.gatewright.spi.effect;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.UserType;
import org.gatewright.spi.store.DocumentCollection;
import org.gatewright.spi.store.DocumentDraft;

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
     * Stores a document of the plug-in. If somebody else was faster, nothing of the turn happens, and the step is asked again.
     *
     * @see org.gatewright.spi.store.Documents#put
     */
    record PutDocument(DocumentCollection collection, DocumentDraft draft) implements Effect {
        /**
         * Checks the indexed members.
         *
         * @throws org.gatewright.spi.error.GatewrightException as {@link DocumentCollection#indexed}
         */
        public PutDocument {
            collection.indexed(draft.content());
        }
    }

    /** Deletes a document of the plug-in if this revision of it is stored. If not, nothing of the turn happens, and the step is asked again. */
    record DeleteDocument(DocumentCollection collection, String key, long revision) implements Effect {}

    /**
     * Records an audit event in the same transaction.
     *
     * @param action such as {@code login_failed}
     * @param context what the administrator should know; nothing secret
     */
    record Audit(String action, JsonObject context) implements Effect {}
}
