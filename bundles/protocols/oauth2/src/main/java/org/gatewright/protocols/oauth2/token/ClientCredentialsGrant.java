package org.gatewright.protocols.oauth2.token;

import static org.gatewright.protocols.oauth2.wire.OAuthError.UNAUTHORIZED_CLIENT;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.gatewright.protocols.oauth2.claims.Scope;
import org.gatewright.protocols.oauth2.client.Client;
import org.gatewright.spi.data.JsonObject;

/** Gives a client a token for itself (RFC 6749 section 4.4). Nothing is kept, and there is no user whom policies could be asked about. */
final class ClientCredentialsGrant implements TokenGrant {

    private final AccessTokens accessTokens;

    ClientCredentialsGrant(AccessTokens accessTokens) {
        this.accessTokens = accessTokens;
    }

    @Override
    public TokenOutcome exchange(TokenRequest request) {
        Client client = request.client();
        if (client.isPublic()) {
            throw UNAUTHORIZED_CLIENT.because("A public client has no credentials.");
        }
        Optional<Set<Scope>> scopes = request.form().first("scope").map(ClientCredentialsGrant::granted);
        String token = accessTokens.issueOwn(
                client,
                request.origin(),
                scopes.orElse(Set.of()),
                request.context().now());
        return new TokenOutcome.Issued(JsonObject.of("access_token", token)
                .with("token_type", "Bearer")
                .with("expires_in", client.settings().accessTokenValidity().toSeconds())
                .with("scope", scopes.map(Scope::text)));
    }

    /** A client that can authenticate has no use for a refresh token (RFC 6749 section 4.4.3). */
    private static Set<Scope> granted(String text) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        scopes.addAll(Scope.parse(text));
        scopes.remove(Scope.OFFLINE_ACCESS);
        return scopes;
    }
}
