package org.gatewright.spi.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;

/**
 * A document that is to be stored.
 *
 * @param key 1 to 255 characters, none of them a control character
 * @param content 65536 bytes at most as JSON text in UTF-8, nested 16 levels deep at most
 * @param replaces the revision that must be stored for this to be stored; 0 if none must be
 * @param owner the user with whom it is erased
 * @param expires from when on it is not there any more; empty for never
 * @since 1.0
 */
public record DocumentDraft(
        String key, JsonObject content, long replaces, Optional<UUID> owner, Optional<Instant> expires) {

    /**
     * Checks the limits.
     *
     * @throws org.gatewright.spi.error.GatewrightException with {@link DocumentError#REFUSED} and a sentence that says which one
     */
    public DocumentDraft {
        Limits.checked("key", key);
        ContentSize.check(content);
    }

    /** A document that is not there yet: it belongs to nobody and stays. */
    public static DocumentDraft adding(String key, JsonObject content) {
        return new DocumentDraft(key, content, 0, Optional.empty(), Optional.empty());
    }

    /** Another content for the document, as long as it is stored as it was read. Owner and expiry stay. */
    public static DocumentDraft replacing(Document read, JsonObject content) {
        return new DocumentDraft(read.key(), content, read.revision(), read.owner(), read.expires());
    }

    /** The same, erased with this user. */
    public DocumentDraft ownedBy(UUID user) {
        return new DocumentDraft(key, content, replaces, Optional.of(user), expires);
    }

    /** The same, until this moment. */
    public DocumentDraft until(Instant end) {
        return new DocumentDraft(key, content, replaces, owner, Optional.of(end));
    }
}
