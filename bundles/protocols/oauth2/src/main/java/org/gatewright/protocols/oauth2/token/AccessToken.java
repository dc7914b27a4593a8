package org.gatewright.protocols.oauth2.token;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.protocols.oauth2.claims.Scope;
import org.gatewright.spi.data.JsonObject;

/**
 * An access token that this server signed.
 *
 * @param claims as signed
 */
public record AccessToken(JsonObject claims) {

    /** Returns what names the token. */
    public String id() {
        return claims.text("jti").orElseThrow();
    }

    /** Returns the client it was issued to. */
    public String clientId() {
        return claims.text("client_id").orElseThrow();
    }

    /** Returns whom it speaks of. */
    public String subject() {
        return claims.text("sub").orElseThrow();
    }

    /** Returns when it ends by itself. */
    public Instant expires() {
        return Instant.ofEpochSecond(claims.integer("exp").orElseThrow());
    }

    /** Returns its scopes. */
    public Set<Scope> scopes() {
        return claims.text("scope").map(Scope::parse).orElse(Set.of());
    }

    /** Returns the grant it hangs off; empty for a client's own token. */
    public Optional<UUID> grant() {
        return claims.text("gid").map(UUID::fromString);
    }
}
