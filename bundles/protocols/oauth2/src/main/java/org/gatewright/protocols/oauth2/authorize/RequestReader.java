package org.gatewright.protocols.oauth2.authorize;

import static org.gatewright.protocols.oauth2.wire.OAuthError.INVALID_REQUEST;
import static org.gatewright.protocols.oauth2.wire.OAuthError.INVALID_SCOPE;
import static org.gatewright.protocols.oauth2.wire.OAuthError.REGISTRATION_NOT_SUPPORTED;
import static org.gatewright.protocols.oauth2.wire.OAuthError.REQUEST_NOT_SUPPORTED;
import static org.gatewright.protocols.oauth2.wire.OAuthError.REQUEST_URI_NOT_SUPPORTED;
import static org.gatewright.protocols.oauth2.wire.OAuthError.UNAUTHORIZED_CLIENT;
import static org.gatewright.protocols.oauth2.wire.OAuthError.UNSUPPORTED_RESPONSE_TYPE;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatewright.protocols.oauth2.claims.Scope;
import org.gatewright.protocols.oauth2.client.Client;
import org.gatewright.protocols.oauth2.settings.GrantType;
import org.gatewright.protocols.oauth2.settings.Pkce;
import org.gatewright.protocols.oauth2.token.IdTokens;
import org.gatewright.protocols.oauth2.wire.Forms;
import org.gatewright.protocols.oauth2.wire.OAuthError;
import org.gatewright.spi.http.Parameters;

/** Checks what a client asks for. What is wrong here is told to the client. */
final class RequestReader {

    private static final Set<String> KNOWN = Set.of(
            "response_type",
            "response_mode",
            "scope",
            "state",
            "nonce",
            "prompt",
            "max_age",
            "login_hint",
            "id_token_hint",
            "code_challenge",
            "code_challenge_method",
            "request",
            "request_uri",
            "registration");

    /** SHA-256 in base64url (RFC 7636 section 4.2). */
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    /** Characters of state, nonce and redirect URI together that fit into what a flow remembers, 4,096 with the rest of the request. */
    private static final int LONGEST = 2_800;

    private final IdTokens idTokens;

    RequestReader(IdTokens idTokens) {
        this.idTokens = idTokens;
    }

    AuthorizationRequest read(Parameters parameters, Client client, Reply reply, Instant now) {
        Forms.requireSingle(parameters, KNOWN);
        refuseUnsupported(parameters);
        requireCodeFlow(parameters, client);
        requireShort(reply, parameters.first("nonce"));
        Prompt prompt = Prompt.of(parameters.first("prompt"));
        return new AuthorizationRequest(
                client.clientId(),
                reply,
                scopes(parameters, client),
                parameters.first("nonce"),
                challenge(parameters, client),
                signIn(parameters, client, prompt, now),
                prompt.consent());
    }

    private static void refuseUnsupported(Parameters parameters) {
        refuse(parameters, "request", REQUEST_NOT_SUPPORTED);
        refuse(parameters, "request_uri", REQUEST_URI_NOT_SUPPORTED);
        refuse(parameters, "registration", REGISTRATION_NOT_SUPPORTED);
    }

    private static void refuse(Parameters parameters, String name, OAuthError error) {
        if (parameters.first(name).isPresent()) {
            throw error.because("The parameter " + name + " is not supported.");
        }
    }

    private static void requireCodeFlow(Parameters parameters, Client client) {
        if (!Forms.required(parameters, "response_type").equals("code")) {
            throw UNSUPPORTED_RESPONSE_TYPE.because("The only response_type is code.");
        }
        if (parameters.first("response_mode").flatMap(ResponseMode::of).isEmpty()
                && parameters.first("response_mode").isPresent()) {
            throw INVALID_REQUEST.because("The response_mode is query or form_post.");
        }
        if (!client.mayUse(GrantType.AUTHORIZATION_CODE)) {
            throw UNAUTHORIZED_CLIENT.because("The client may not use authorization codes.");
        }
    }

    private static void requireShort(Reply reply, Optional<String> nonce) {
        long length = written(reply.redirectUri())
                + reply.state().map(RequestReader::written).orElse(0L)
                + nonce.map(RequestReader::written).orElse(0L);
        if (length > LONGEST) {
            throw INVALID_REQUEST.because("The parameters state and nonce are too long.");
        }
    }

    /** Counts a character as JSON may write it. */
    private static long written(String text) {
        return text.chars()
                .mapToLong(c -> c < ' ' || c > '~' ? 6 : c == '"' || c == '\\' || c == '/' ? 2 : 1)
                .sum();
    }

    private static Set<Scope> scopes(Parameters parameters, Client client) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        scopes.addAll(parameters.first("scope").map(Scope::parse).orElse(Set.of()));
        if (!client.mayUse(GrantType.REFRESH_TOKEN)) {
            scopes.remove(Scope.OFFLINE_ACCESS);
        }
        if (scopes.isEmpty()) {
            throw INVALID_SCOPE.because("Ask for one scope at least that this server knows, such as openid.");
        }
        return scopes;
    }

    private static Optional<String> challenge(Parameters parameters, Client client) {
        Optional<String> challenge = parameters.first("code_challenge");
        Optional<String> method = parameters.first("code_challenge_method");
        if (challenge.isEmpty()) {
            if (client.isPublic() || client.settings().pkce() == Pkce.REQUIRED) {
                throw INVALID_REQUEST.because("This client must send a code_challenge.");
            }
            if (method.isPresent()) {
                throw INVALID_REQUEST.because("A code_challenge_method needs a code_challenge.");
            }
            return challenge;
        }
        if (method.filter("S256"::equals).isEmpty()) { // absent means plain (RFC 7636 section 4.3)
            throw INVALID_REQUEST.because("The only code_challenge_method is S256.");
        }
        if (!CHALLENGE.matcher(challenge.get()).matches()) {
            throw INVALID_REQUEST.because("A code_challenge of method S256 has 43 characters of base64url.");
        }
        return challenge;
    }

    private SignInDemand signIn(Parameters parameters, Client client, Prompt prompt, Instant now) {
        Optional<Long> maxAge = parameters.first("max_age").map(RequestReader::seconds);
        Optional<String> subject = parameters.first("id_token_hint").map(hint -> idTokens.hint(hint, client)
                .orElseThrow(() -> INVALID_REQUEST.because("The id_token_hint is not an ID token of this client."))
                .subject());
        return new SignInDemand(prompt.signIn(), maxAge, subject, now.getEpochSecond());
    }

    private static long seconds(String text) {
        if (!SECONDS.matcher(text).matches()) {
            throw INVALID_REQUEST.because("A max_age is a number of seconds.");
        }
        return Long.parseLong(text);
    }
}
