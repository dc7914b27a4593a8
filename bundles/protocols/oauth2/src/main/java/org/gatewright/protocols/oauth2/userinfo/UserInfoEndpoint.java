package org.gatewright.protocols.oauth2.userinfo;

import static org.gatewright.protocols.oauth2.wire.OAuthError.INSUFFICIENT_SCOPE;
import static org.gatewright.protocols.oauth2.wire.OAuthError.INVALID_REQUEST;
import static org.gatewright.protocols.oauth2.wire.OAuthError.INVALID_TOKEN;

import java.util.Optional;
import org.gatewright.protocols.oauth2.claims.Scope;
import org.gatewright.protocols.oauth2.claims.UserClaims;
import org.gatewright.protocols.oauth2.client.Client;
import org.gatewright.protocols.oauth2.token.AccessToken;
import org.gatewright.protocols.oauth2.token.AccessTokens;
import org.gatewright.protocols.oauth2.token.LiveToken;
import org.gatewright.protocols.oauth2.wire.Endpoint;
import org.gatewright.protocols.oauth2.wire.ErrorAnswers;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.http.Request;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.protocol.ProtocolContext;

/** Tells the holder of an access token about the user (OpenID Connect Core section 5.3). */
public final class UserInfoEndpoint implements Endpoint {

    private final Directory directory;
    private final AccessTokens accessTokens;
    private final UserClaims userClaims;

    /** Creates it over the users and what reads tokens. */
    public UserInfoEndpoint(Directory directory, AccessTokens accessTokens) {
        this.directory = directory;
        this.accessTokens = accessTokens;
        this.userClaims = new UserClaims(directory);
    }

    @Override
    public Response answer(Request request, ProtocolContext context) {
        try {
            return token(request)
                    .map(token -> told(token, context))
                    .<Response>map(claims -> new Response.Json(200, claims))
                    .orElseGet(ErrorAnswers::bearerMissing);
        } catch (GatewrightException error) {
            return ErrorAnswers.bearer(error);
        }
    }

    /** In the header or the form, not in the address (RFC 6750 section 2), and not in both. */
    private static Optional<String> token(Request request) {
        Optional<String> header = request.headers().first("Authorization").flatMap(UserInfoEndpoint::bearer);
        Optional<String> form = request.form().first("access_token");
        if (request.form().isRepeated("access_token") || (header.isPresent() && form.isPresent())) {
            throw INVALID_REQUEST.because("Send one access token, not two.");
        }
        return header.or(() -> form);
    }

    private static Optional<String> bearer(String header) {
        return header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? Optional.of(header.substring(7).trim())
                : Optional.empty();
    }

    private JsonObject told(String text, ProtocolContext context) {
        LiveToken live = accessTokens
                .alive(text, context.now())
                .orElseThrow(() -> INVALID_TOKEN.because("The access token is malformed, expired or revoked."));
        AccessToken token = live.token();
        if (!token.scopes().contains(Scope.OPENID)) {
            throw INSUFFICIENT_SCOPE.because("The access token lacks the scope openid.");
        }
        Client client = Client.byId(context, token.clientId())
                .orElseThrow(() -> INVALID_TOKEN.because("The client is no longer known."));
        User user = live.grant()
                .flatMap(grant -> grant.user())
                .flatMap(directory::user)
                .filter(User::active)
                .orElseThrow(() -> INVALID_TOKEN.because("There is no user behind the access token."));
        return userClaims.of(user, token.scopes(), client.settings()).with("sub", token.subject());
    }
}
