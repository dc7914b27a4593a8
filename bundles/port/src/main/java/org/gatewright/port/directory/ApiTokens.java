package org.gatewright.port.directory;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.spi.directory.User;
import org.osgi.annotation.versioning.ProviderType;

/** Administers tokens of the API. */
@ProviderType
public interface ApiTokens {

    /**
     * A new token with its key, shown this once.
     *
     * @param key the bearer token
     */
    record Issued(ApiToken token, String key) {
        /** Keeps the key out of logs. */
        @Override
        public String toString() {
            return "Issued[" + token.identifier() + "]";
        }
    }

    /**
     * Issues a token for a user.
     *
     * @param key a key given by the administrator, at least 24 characters; empty for a random one
     * @throws org.gatewright.port.error.InvalidFieldsException if the identifier is taken or the key too short
     */
    Issued issue(
            Actor actor,
            UUID user,
            String identifier,
            String intent,
            String description,
            Optional<Instant> expires,
            Optional<String> key);

    /** Finds the active user whose unexpired token of intent {@code api} has this key. */
    Optional<User> authenticate(String key);

    /** Finds the token. */
    Optional<ApiToken> byIdentifier(String identifier);

    /** Lists tokens. Filters: {@code identifier}, {@code intent}, {@code user} (its id). */
    Page<ApiToken> list(PageRequest page);

    /** Deletes the token. */
    void delete(Actor actor, UUID token);
}
