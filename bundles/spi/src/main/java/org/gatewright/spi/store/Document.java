package org.gatewright.spi.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;

/**
 * A document as it is stored.
 *
 * @param key within its collection
 * @param revision another one after each write; never 0, and never one that a document of this key had before
 * @param owner the user with whom it is erased
 * @param expires from when on it is not there any more
 * @since 1.0
 */
public record Document(
        String key, JsonObject content, long revision, Optional<UUID> owner, Optional<Instant> expires) {}
