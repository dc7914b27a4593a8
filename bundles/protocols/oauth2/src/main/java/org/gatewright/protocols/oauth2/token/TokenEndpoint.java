package org.gatewright.protocols.oauth2.token;

import static org.gatewright.protocols.oauth2.wire.OAuthError.UNAUTHORIZED_CLIENT;
import static org.gatewright.protocols.oauth2.wire.OAuthError.UNSUPPORTED_GRANT_TYPE;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.gatewright.protocols.oauth2.claims.UserClaims;
import org.gatewright.protocols.oauth2.client.Client;
import org.gatewright.protocols.oauth2.client.ClientAuthentication;
import org.gatewright.protocols.oauth2.settings.GrantType;
import org.gatewright.protocols.oauth2.wire.Endpoint;
import org.gatewright.protocols.oauth2.wire.ErrorAnswers;
import org.gatewright.protocols.oauth2.wire.Forms;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.http.Parameters;
import org.gatewright.spi.http.Request;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.protocol.ProtocolContext;
import org.gatewright.spi.session.Grants;
import org.gatewright.spi.session.SingleUse;
import org.gatewright.spi.session.TokenSigner;

/** Gives tokens to clients (RFC 6749 section 3.2). */
public final class TokenEndpoint implements Endpoint {

    private static final Set<String> KNOWN = Set.of(
            "grant_type",
            "client_id",
            "client_secret",
            "code",
            "redirect_uri",
            "code_verifier",
            "refresh_token",
            "scope");

    private final Map<GrantType, TokenGrant> grants;

    /** Creates it over what keeps and signs tokens. */
    public TokenEndpoint(Directory directory, SingleUse singleUse, Grants grants, TokenSigner signer) {
        AccessTokens accessTokens = new AccessTokens(signer, grants);
        TokenAnswers answers = new TokenAnswers(
                accessTokens, new IdTokens(signer), new UserClaims(directory), new RefreshTokens(singleUse, grants));
        Redeemer redeemer = new Redeemer(singleUse, grants);
        Eligibility eligibility = new Eligibility(directory);
        this.grants = Map.of(
                GrantType.AUTHORIZATION_CODE, new CodeGrant(redeemer, eligibility, grants, answers),
                GrantType.REFRESH_TOKEN, new RefreshGrant(redeemer, eligibility, grants, answers),
                GrantType.CLIENT_CREDENTIALS, new ClientCredentialsGrant(accessTokens));
    }

    @Override
    public Response answer(Request request, ProtocolContext context) {
        try {
            Parameters form = Forms.posted(request, KNOWN);
            Client client = ClientAuthentication.authenticate(request, context);
            GrantType type = type(form, client);
            return grant(type)
                    .exchange(new TokenRequest(client, form, request.client().origin(), context))
                    .toResponse();
        } catch (GatewrightException error) {
            return ErrorAnswers.json(error);
        }
    }

    private TokenGrant grant(GrantType type) {
        TokenGrant grant = grants.get(type);
        if (grant == null) {
            throw UNSUPPORTED_GRANT_TYPE.because("This grant type is not supported.");
        }
        return grant;
    }

    private static GrantType type(Parameters form, Client client) {
        String word = Forms.required(form, "grant_type");
        GrantType type = Arrays.stream(GrantType.values())
                .filter(known -> known.word().equals(word))
                .findFirst()
                .orElseThrow(() -> UNSUPPORTED_GRANT_TYPE.because("This grant type is not supported."));
        if (!client.mayUse(type)) {
            throw UNAUTHORIZED_CLIENT.because("The client may not use this grant type.");
        }
        return type;
    }
}
