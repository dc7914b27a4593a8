package org.gatewright.protocols.oauth2.token;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.protocols.oauth2.claims.Scope;
import org.gatewright.protocols.oauth2.client.Client;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.session.Grant;
import org.gatewright.spi.session.Grants;
import org.gatewright.spi.session.TokenSigner;

/** Issues and reads access tokens (RFC 9068). */
public final class AccessTokens {

    private static final String TYPE = "at+jwt";

    private final TokenSigner signer;
    private final Grants grants;

    /** Creates it over what signs and what remembers revocations. */
    public AccessTokens(TokenSigner signer, Grants grants) {
        this.signer = signer;
        this.grants = grants;
    }

    /** Issues a token for a user's grant. */
    String issue(Client client, Grant grant, Set<Scope> scopes, Instant now, Instant expires) {
        GrantFacts facts = GrantFacts.of(grant);
        JsonObject claims = claims(client, facts.issuer(), facts.subject(), now, expires)
                .with("scope", Scope.text(scopes))
                .with("gid", grant.id())
                .with("auth_time", facts.authTime());
        return signer.sign(TYPE, claims, client.settings().signingKey());
    }

    /** Issues a token for the client itself, which is its own subject (RFC 9068 section 2.2). Nothing is kept. */
    String issueOwn(Client client, URI origin, Set<Scope> scopes, Instant now) {
        Instant expires = now.plus(client.settings().accessTokenValidity());
        JsonObject claims = claims(client, client.issuer(origin), client.clientId(), now, expires);
        return signer.sign(
                TYPE,
                scopes.isEmpty() ? claims : claims.with("scope", Scope.text(scopes)),
                client.settings().signingKey());
    }

    /** Reads a token that this server signed, dead or alive. */
    public Optional<AccessToken> read(String token) {
        return signer.verify(TYPE, token).map(AccessToken::new);
    }

    /** Reads a token that is good now: not expired, not revoked, its grant alive. */
    public Optional<LiveToken> alive(String token, Instant now) {
        return read(token)
                .filter(read -> now.isBefore(read.expires()) && !grants.isTokenRevoked(read.id()))
                .flatMap(this::withGrant);
    }

    private Optional<LiveToken> withGrant(AccessToken token) {
        return token.grant().isEmpty()
                ? Optional.of(new LiveToken(token, Optional.empty()))
                : token.grant().flatMap(grants::alive).map(grant -> new LiveToken(token, Optional.of(grant)));
    }

    private static JsonObject claims(Client client, String issuer, String subject, Instant now, Instant expires) {
        return JsonObject.of("iss", issuer)
                .with("sub", subject)
                .with("aud", client.clientId())
                .with("client_id", client.clientId())
                .with("jti", UUID.randomUUID())
                .with("iat", now.getEpochSecond())
                .with("exp", expires.getEpochSecond());
    }
}
