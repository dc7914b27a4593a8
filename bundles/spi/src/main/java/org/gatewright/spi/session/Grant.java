package org.gatewright.spi.session;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;

/**
 * What an application was given once: the root of the tokens that followed. Revoking it revokes them all.
 *
 * @param id names the grant; not secret
 * @param provider the provider instance it was given through
 * @param user whose it is; empty for a client of its own
 * @param session the session it hangs off; when that ends the grant ends, unless it outlives it
 * @param outlivesSession whether it goes on when the session ends, as offline access does
 * @param scopes what was granted
 * @param data the protocol's own
 * @param created when it was given
 * @param expires when it and all its tokens are dead at the latest
 * @since 1.0
 */
public record Grant(
        UUID id,
        UUID provider,
        Optional<UUID> user,
        Optional<UUID> session,
        boolean outlivesSession,
        Set<String> scopes,
        JsonObject data,
        Instant created,
        Instant expires) {

    /** Copies the scopes. */
    public Grant {
        scopes = java.util.Collections.unmodifiableSet(new java.util.LinkedHashSet<>(scopes));
    }
}
