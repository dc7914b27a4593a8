package org.gatewright.protocols.oauth2.authorize;

import java.util.List;
import java.util.Optional;
import org.gatewright.protocols.oauth2.client.Client;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.protocol.Continuation;
import org.gatewright.spi.protocol.FlowRequest;
import org.gatewright.spi.stage.FactNames;

/** The flows that an authorization request needs. */
final class Flows {

    /** What comes after the user has signed in. */
    static final String SIGNED_IN = "authenticate";

    /** What comes after the user has agreed. */
    static final String AGREED = "authorize";

    /** Whose agreement it is, beside the request. */
    static final String USER = "user";

    private Flows() {}

    static FlowRequest signIn(Client client, AuthorizationRequest request, Optional<String> loginHint) {
        return new FlowRequest(
                client.provider().authenticationFlow(),
                Optional.of(client.provider()),
                JsonObject.empty().with(FactNames.PENDING_USER_IDENTIFIER, loginHint),
                new Continuation(SIGNED_IN, request.toJson()),
                true);
    }

    static FlowRequest agreement(Client client, AuthorizationRequest request, String user, boolean interactive) {
        return new FlowRequest(
                client.provider().authorizationFlow(),
                Optional.of(client.provider()),
                facts(client, request),
                new Continuation(AGREED, request.toJson().with(USER, user)),
                interactive);
    }

    private static JsonObject facts(Client client, AuthorizationRequest request) {
        List<JsonObject> permissions = request.scopes().stream()
                .sorted()
                .map(scope -> JsonObject.of("id", scope.word()).with("name", scope.sentence()))
                .toList();
        JsonObject facts = JsonObject.of(FactNames.CONSENT_PERMISSIONS, permissions)
                .with(
                        FactNames.CONSENT_HEADER,
                        "You are about to sign in to " + client.provider().applicationName() + ".");
        return request.consentAgain() ? facts.with(FactNames.CONSENT_REQUIRED, true) : facts;
    }
}
