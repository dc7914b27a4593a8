package org.gatewright.protocols.oauth2.revoke;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatewright.protocols.oauth2.client.Client;
import org.gatewright.protocols.oauth2.client.ClientAuthentication;
import org.gatewright.protocols.oauth2.token.AccessToken;
import org.gatewright.protocols.oauth2.token.AccessTokens;
import org.gatewright.protocols.oauth2.token.RefreshTokens;
import org.gatewright.protocols.oauth2.wire.Endpoint;
import org.gatewright.protocols.oauth2.wire.ErrorAnswers;
import org.gatewright.protocols.oauth2.wire.Forms;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.http.Request;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.protocol.ProtocolContext;
import org.gatewright.spi.session.Grants;

/**
 * Lets a client give its tokens up (RFC 7009). A refresh token takes its grant and all access tokens with it; an access token goes alone. What is unknown, or
 * another client's, is left as it is and answered like success: the client learns nothing about others.
 */
public final class RevocationEndpoint implements Endpoint {

    private static final Set<String> KNOWN = Set.of("token", "token_type_hint", "client_id", "client_secret");

    private final Grants grants;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;

    /** Creates it over what reads and revokes tokens. */
    public RevocationEndpoint(Grants grants, AccessTokens accessTokens, RefreshTokens refreshTokens) {
        this.grants = grants;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
    }

    @Override
    public Response answer(Request request, ProtocolContext context) {
        try {
            String token = Forms.required(Forms.posted(request, KNOWN), "token");
            Client client = ClientAuthentication.authenticate(request, context);
            return context.inTransaction(() -> revoke(token, client));
        } catch (GatewrightException error) {
            return ErrorAnswers.json(error);
        }
    }

    private Response revoke(String text, Client client) {
        Optional<AccessToken> token = accessTokens.read(text);
        if (token.isEmpty()) {
            refreshTokens.revoke(text, client);
        }
        token.filter(own -> own.clientId().equals(client.clientId()))
                .ifPresent(own -> grants.revokeToken(own.id(), own.expires()));
        return new Response.Empty(200, Map.of("Cache-Control", "no-store"));
    }
}
