package org.gatewright.protocols.oauth2.authorize;

import java.util.Optional;
import java.util.Set;
import org.gatewright.protocols.oauth2.claims.Scope;
import org.gatewright.spi.data.JsonObject;

/**
 * A request that has been checked. It waits as JSON, sealed by the kernel, while flows run.
 *
 * @param clientId who asks
 * @param reply where and how the answer goes
 * @param scopes what is asked for
 * @param nonce goes into the ID token
 * @param challenge what the code is bound to (RFC 7636), method S256
 * @param signIn what the sign-in must be like
 * @param consentAgain whether the user is asked for consent, remembered or not
 */
record AuthorizationRequest(
        String clientId,
        Reply reply,
        Set<Scope> scopes,
        Optional<String> nonce,
        Optional<String> challenge,
        SignInDemand signIn,
        boolean consentAgain) {

    JsonObject toJson() {
        return JsonObject.of("client_id", clientId)
                .with("reply", reply.toJson())
                .with("scopes", Scope.words(scopes))
                .with("nonce", nonce)
                .with("challenge", challenge)
                .with("sign_in", signIn.toJson())
                .with("consent_again", consentAgain);
    }

    static AuthorizationRequest of(JsonObject json) {
        return new AuthorizationRequest(
                json.text("client_id").orElseThrow(),
                Reply.of(json.object("reply").orElseThrow()),
                Scope.known(json.texts("scopes")),
                json.text("nonce"),
                json.text("challenge"),
                SignInDemand.of(json.object("sign_in").orElseThrow()),
                json.bool("consent_again").orElseThrow());
    }
}
