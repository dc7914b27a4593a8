package org.gatewright.protocols.oauth2.authorize;

import static org.gatewright.protocols.oauth2.wire.OAuthError.ACCESS_DENIED;
import static org.gatewright.protocols.oauth2.wire.OAuthError.LOGIN_REQUIRED;

import java.util.Optional;
import org.gatewright.protocols.oauth2.client.Client;
import org.gatewright.protocols.oauth2.wire.FlowStep;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.protocol.Ending;
import org.gatewright.spi.protocol.FlowOutcome;
import org.gatewright.spi.protocol.ProtocolContext;

/** Goes on when the user has signed in: to the flow that asks for consent. */
public final class AfterSignIn implements FlowStep {

    /** The name of the step. */
    public static final String NAME = Flows.SIGNED_IN;

    private final Directory directory;

    /** Creates it over the users. */
    public AfterSignIn(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Ending resume(JsonObject data, FlowOutcome outcome, ProtocolContext context) {
        AuthorizationRequest request = AuthorizationRequest.of(data);
        Optional<Client> client = Registered.client(request, context);
        if (client.isEmpty()) {
            return Registered.GONE;
        }
        if (outcome instanceof FlowOutcome.Denied) {
            return request.reply().refusal(ACCESS_DENIED, "The user was not signed in.");
        }
        return SignedIn.in(context, directory)
                .filter(who -> request.signIn().acceptsFresh(who.session(), who.subject(client.get()), context.now()))
                .map(who -> who.user().id().toString())
                .<Ending>map(user -> new Ending.Next(Flows.agreement(client.get(), request, user, true)))
                .orElseGet(() ->
                        request.reply().refusal(LOGIN_REQUIRED, "The user did not sign in as this request demands."));
    }
}
