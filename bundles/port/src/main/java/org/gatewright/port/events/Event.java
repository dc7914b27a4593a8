package org.gatewright.port.events;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;

/**
 * Something that happened.
 *
 * @param action such as {@code login}; the names are authentik's
 * @param user id and name of who caused it, or the pretended name of a refused sign-in; see the context
 * @param address of the client, may be empty
 * @param context what else to know; nothing secret
 */
public record Event(
        UUID id,
        Instant created,
        String action,
        Optional<UUID> user,
        String username,
        String address,
        JsonObject context) {}
