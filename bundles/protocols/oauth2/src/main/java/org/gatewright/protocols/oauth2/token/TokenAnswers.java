package org.gatewright.protocols.oauth2.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.gatewright.protocols.oauth2.claims.Scope;
import org.gatewright.protocols.oauth2.claims.UserClaims;
import org.gatewright.protocols.oauth2.client.Client;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.session.Grant;

/** Puts together what a client gets for a grant of a user (RFC 6749 section 5.1, OpenID Connect Core section 3.1.3.3). */
final class TokenAnswers {

    private final AccessTokens accessTokens;
    private final IdTokens idTokens;
    private final UserClaims userClaims;
    private final RefreshTokens refreshTokens;

    TokenAnswers(AccessTokens accessTokens, IdTokens idTokens, UserClaims userClaims, RefreshTokens refreshTokens) {
        this.accessTokens = accessTokens;
        this.idTokens = idTokens;
        this.userClaims = userClaims;
        this.refreshTokens = refreshTokens;
    }

    /** The first tokens. */
    JsonObject first(TokenRequest request, Grant grant, User user, Optional<String> nonce) {
        JsonObject body = body(request, grant, user, Scope.known(grant.scopes()), nonce);
        return grant.outlivesSession()
                ? body.with(
                        "refresh_token",
                        refreshTokens.issue(grant, request.context().now()))
                : body;
    }

    /** Renewed tokens with a new refresh token, which covers all that was granted (RFC 6749 section 6). */
    JsonObject rotated(TokenRequest request, Grant grant, User user, Set<Scope> scopes) {
        return body(request, grant, user, scopes, Optional.empty())
                .with(
                        "refresh_token",
                        refreshTokens.issue(grant, request.context().now()));
    }

    /** Renewed tokens with the refresh token that the client has. */
    JsonObject kept(TokenRequest request, Grant grant, User user, Set<Scope> scopes, String refreshToken) {
        return body(request, grant, user, scopes, Optional.empty()).with("refresh_token", refreshToken);
    }

    private JsonObject body(TokenRequest request, Grant grant, User user, Set<Scope> scopes, Optional<String> nonce) {
        Client client = request.client();
        Instant now = request.context().now();
        Instant expires = earlier(now.plus(client.settings().accessTokenValidity()), grant.expires());
        String accessToken = accessTokens.issue(client, grant, scopes, now, expires);
        JsonObject body = JsonObject.of("access_token", accessToken)
                .with("token_type", "Bearer")
                .with("expires_in", Duration.between(now, expires).toSeconds())
                .with("scope", Scope.text(scopes));
        if (!scopes.contains(Scope.OPENID)) {
            return body;
        }
        JsonObject claims = idClaims(client, user, scopes).with("nonce", nonce);
        return body.with("id_token", idTokens.issue(client, grant, claims, accessToken, now, expires));
    }

    private JsonObject idClaims(Client client, User user, Set<Scope> scopes) {
        return client.settings().includeClaimsInIdToken()
                ? userClaims.of(user, scopes, client.settings())
                : JsonObject.empty();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
