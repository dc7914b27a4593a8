package org.gatewright.protocols.saml.endpoint;

import java.util.Optional;
import org.gatewright.protocols.saml.party.ServiceProvider;
import org.gatewright.protocols.saml.request.AuthnWish;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.protocol.Continuation;
import org.gatewright.spi.protocol.FlowRequest;
import org.gatewright.spi.stage.FactNames;

/** The flows that a request needs. */
final class Flows {

    /** What comes after the user has signed in. */
    static final String SIGNED_IN = "authenticate";

    /** What comes after the user has agreed. */
    static final String AGREED = "authorize";

    /** Whose agreement it is, beside the request. */
    static final String USER = "user";

    private Flows() {}

    static FlowRequest signIn(ServiceProvider party, AuthnWish wish) {
        return new FlowRequest(
                party.provider().authenticationFlow(),
                Optional.of(party.provider()),
                JsonObject.empty(),
                new Continuation(SIGNED_IN, wish.toJson()),
                true);
    }

    static FlowRequest agreement(ServiceProvider party, AuthnWish wish, String user) {
        return new FlowRequest(
                party.provider().authorizationFlow(),
                Optional.of(party.provider()),
                JsonObject.of(
                        FactNames.CONSENT_HEADER,
                        "You are about to sign in to " + party.provider().applicationName() + "."),
                new Continuation(AGREED, wish.toJson().with(USER, user)),
                !wish.silent());
    }
}
