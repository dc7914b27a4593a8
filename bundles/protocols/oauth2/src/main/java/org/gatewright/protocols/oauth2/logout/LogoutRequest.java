package org.gatewright.protocols.oauth2.logout;

import static org.gatewright.protocols.oauth2.wire.OAuthError.INVALID_REQUEST;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.gatewright.protocols.oauth2.client.Client;
import org.gatewright.protocols.oauth2.settings.RedirectUriType;
import org.gatewright.protocols.oauth2.token.IdTokenHint;
import org.gatewright.protocols.oauth2.token.IdTokens;
import org.gatewright.protocols.oauth2.wire.Forms;
import org.gatewright.spi.http.Parameters;

/**
 * A checked request to sign out (OpenID Connect RP-Initiated Logout 1.0 section 2). What is wrong is told to the person, never by redirect.
 *
 * @param hint the ID token that the client sent
 * @param back where the browser goes in the end, state included
 */
record LogoutRequest(Optional<IdTokenHint> hint, Optional<String> back) {

    private static final Set<String> KNOWN =
            Set.of("id_token_hint", "client_id", "post_logout_redirect_uri", "state", LogoutQuestion.ANSWER);

    static LogoutRequest of(Parameters parameters, Client client, IdTokens idTokens) {
        Forms.requireSingle(parameters, KNOWN);
        if (parameters
                .first("client_id")
                .filter(id -> !id.equals(client.clientId()))
                .isPresent()) {
            throw INVALID_REQUEST.because("The client_id is not the one of this application.");
        }
        Optional<IdTokenHint> hint = parameters.first("id_token_hint").map(token -> idTokens.hint(token, client)
                .orElseThrow(
                        () -> INVALID_REQUEST.because("The id_token_hint is not an ID token of this application.")));
        Optional<String> back = parameters
                .first("post_logout_redirect_uri")
                .map(uri -> registered(uri, client))
                .map(uri -> withState(uri, parameters.first("state")));
        return new LogoutRequest(hint, back);
    }

    private static String registered(String uri, Client client) {
        if (!client.hasRegistered(uri, RedirectUriType.LOGOUT)) {
            throw INVALID_REQUEST.because("The post_logout_redirect_uri is not registered for this application.");
        }
        return uri;
    }

    private static String withState(String uri, Optional<String> state) {
        return state.map(value -> uri + (uri.indexOf('?') < 0 ? "?" : "&") + "state="
                        + URLEncoder.encode(value, StandardCharsets.UTF_8))
                .orElse(uri);
    }
}
