package org.gatewright.protocols.saml.endpoint;

import static org.gatewright.protocols.saml.xml.SamlError.AUTHN_FAILED;
import static org.gatewright.protocols.saml.xml.SamlError.NO_AUTHN_CONTEXT;
import static org.gatewright.protocols.saml.xml.SamlError.REQUEST_DENIED;

import java.util.Optional;
import org.gatewright.protocols.saml.party.ServiceProvider;
import org.gatewright.protocols.saml.party.ServiceProviders;
import org.gatewright.protocols.saml.request.AuthnWish;
import org.gatewright.protocols.saml.respond.Responder;
import org.gatewright.protocols.saml.respond.SignedIn;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.protocol.Ending;
import org.gatewright.spi.protocol.FlowOutcome;
import org.gatewright.spi.protocol.ProtocolContext;

/** Goes on when the user has signed in: to the flow that asks whether they agree. */
public final class AfterSignIn implements FlowStep {

    /** The name of the step. */
    public static final String NAME = Flows.SIGNED_IN;

    private final Directory directory;
    private final Answers answers;

    /** Creates it over the users. */
    public AfterSignIn(ServiceProviders parties, Directory directory, Responder responder) {
        this.directory = directory;
        this.answers = new Answers(parties, responder);
    }

    @Override
    public Ending resume(JsonObject data, FlowOutcome outcome, ProtocolContext context) {
        AuthnWish wish = AuthnWish.of(data);
        return answers.withParty(wish, context, party -> next(wish, party, outcome, context));
    }

    private Ending next(AuthnWish wish, ServiceProvider party, FlowOutcome outcome, ProtocolContext context) {
        if (outcome instanceof FlowOutcome.Denied) {
            return refusal(wish, party, context, REQUEST_DENIED.because("The user was not signed in."));
        }
        Optional<SignedIn> who = SignedIn.in(context, directory).filter(found -> wish.isYoungEnough(found.session()));
        if (who.isEmpty()) {
            return refusal(wish, party, context, AUTHN_FAILED.because("The user did not sign in."));
        }
        if (!wish.context().isMetBy(who.get().session().methods())) {
            return refusal(
                    wish,
                    party,
                    context,
                    NO_AUTHN_CONTEXT.because("The user did not sign in in a way that the request asks for."));
        }
        return new Ending.Next(
                Flows.agreement(party, wish, who.get().user().id().toString()));
    }

    private Ending refusal(AuthnWish wish, ServiceProvider party, ProtocolContext context, GatewrightException error) {
        return answers.once(wish, party, context, () -> {
            throw error;
        });
    }
}
