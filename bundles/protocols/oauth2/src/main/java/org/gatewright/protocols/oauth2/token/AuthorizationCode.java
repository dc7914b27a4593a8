package org.gatewright.protocols.oauth2.token;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.protocols.oauth2.claims.Scope;
import org.gatewright.spi.data.JsonObject;

/**
 * What an authorization code stands for. The grant is named already, so that a replay can end what the first use made.
 *
 * @param provider whose code it is
 * @param grant the grant that redeeming it makes
 * @param redirectUri where it was sent
 * @param challenge what its verifier must hash to
 * @param nonce for the ID token
 * @param scopes what was granted
 * @param user who granted it
 * @param session in which session
 * @param authTime second in which the user signed in
 * @param methods how, as RFC 8176 method references
 * @param issuer who the client takes us for
 */
public record AuthorizationCode(
        UUID provider,
        UUID grant,
        String redirectUri,
        Optional<String> challenge,
        Optional<String> nonce,
        Set<Scope> scopes,
        UUID user,
        UUID session,
        long authTime,
        List<String> methods,
        String issuer) {

    /** What the single-use value is for. */
    public static final String PURPOSE = "oauth2/code";

    /** Copies the collections. */
    public AuthorizationCode {
        scopes = Set.copyOf(scopes);
        methods = List.copyOf(methods);
    }

    /** Returns what is kept. */
    public JsonObject toJson() {
        return JsonObject.of(TokenRequest.PROVIDER, provider)
                .with(TokenRequest.GRANT, grant)
                .with("redirect_uri", redirectUri)
                .with("challenge", challenge)
                .with("nonce", nonce)
                .with("scopes", Scope.words(scopes))
                .with("user", user)
                .with("session", session)
                .with("auth_time", authTime)
                .with("amr", methods)
                .with("issuer", issuer);
    }

    /** Reads what was kept. */
    static AuthorizationCode of(JsonObject json) {
        return new AuthorizationCode(
                uuid(json, TokenRequest.PROVIDER),
                uuid(json, TokenRequest.GRANT),
                json.text("redirect_uri").orElseThrow(),
                json.text("challenge"),
                json.text("nonce"),
                Scope.known(json.texts("scopes")),
                uuid(json, "user"),
                uuid(json, "session"),
                json.integer("auth_time").orElseThrow(),
                json.texts("amr"),
                json.text("issuer").orElseThrow());
    }

    private static UUID uuid(JsonObject json, String name) {
        return UUID.fromString(json.text(name).orElseThrow());
    }
}
