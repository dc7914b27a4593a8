package org.gatewright.protocols.oauth2.introspect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatewright.protocols.oauth2.client.Client;
import org.gatewright.protocols.oauth2.client.ClientAuthentication;
import org.gatewright.protocols.oauth2.token.AccessTokens;
import org.gatewright.protocols.oauth2.token.LiveToken;
import org.gatewright.protocols.oauth2.token.RefreshTokens;
import org.gatewright.protocols.oauth2.wire.Endpoint;
import org.gatewright.protocols.oauth2.wire.ErrorAnswers;
import org.gatewright.protocols.oauth2.wire.Forms;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.http.Request;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.protocol.ProtocolContext;
import org.gatewright.spi.session.Grant;

/** Tells a client whether one of its own tokens is good (RFC 7662). Any other token is not active: a client learns nothing about others. */
public final class IntrospectionEndpoint implements Endpoint {

    private static final Set<String> KNOWN = Set.of("token", "token_type_hint", "client_id", "client_secret");
    private static final List<String> SHOWN =
            List.of("scope", "client_id", "sub", "aud", "iss", "jti", "iat", "exp", "auth_time");
    private static final JsonObject INACTIVE = JsonObject.of("active", false);

    private final Directory directory;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;

    /** Creates it over the users and what reads tokens. */
    public IntrospectionEndpoint(Directory directory, AccessTokens accessTokens, RefreshTokens refreshTokens) {
        this.directory = directory;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
    }

    @Override
    public Response answer(Request request, ProtocolContext context) {
        try {
            String token = Forms.required(Forms.posted(request, KNOWN), "token");
            Client client = ClientAuthentication.authenticateConfidential(request, context);
            return new Response.Json(200, state(token, client, context));
        } catch (GatewrightException error) {
            return ErrorAnswers.json(error);
        }
    }

    private JsonObject state(String token, Client client, ProtocolContext context) {
        return accessTokens
                .alive(token, context.now())
                .filter(live -> live.token().clientId().equals(client.clientId()))
                .map(this::access)
                .or(() -> refreshTokens.grant(token, client).map(grant -> refresh(grant, client)))
                .orElse(INACTIVE);
    }

    private JsonObject access(LiveToken live) {
        JsonObject claims = live.token().claims();
        JsonObject state = JsonObject.of("active", true).with("token_type", "Bearer");
        for (String name : SHOWN) {
            state = state.with(name, claims.get(name));
        }
        return state.with("username", username(live.grant()));
    }

    private JsonObject refresh(Grant grant, Client client) {
        return JsonObject.of("active", true)
                .with("scope", String.join(" ", grant.scopes()))
                .with("client_id", client.clientId())
                .with("sub", grant.data().text("subject"))
                .with("iss", grant.data().text("issuer"))
                .with("exp", grant.expires().getEpochSecond())
                .with("username", username(Optional.of(grant)));
    }

    private Optional<String> username(Optional<Grant> grant) {
        return grant.flatMap(Grant::user).flatMap(directory::user).map(User::username);
    }
}
