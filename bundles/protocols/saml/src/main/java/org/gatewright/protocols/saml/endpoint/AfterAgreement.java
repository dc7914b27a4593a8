package org.gatewright.protocols.saml.endpoint;

import static org.gatewright.protocols.saml.xml.SamlError.AUTHN_FAILED;
import static org.gatewright.protocols.saml.xml.SamlError.REQUEST_DENIED;

import java.util.Optional;
import org.gatewright.protocols.saml.party.ServiceProvider;
import org.gatewright.protocols.saml.party.ServiceProviders;
import org.gatewright.protocols.saml.request.AuthnWish;
import org.gatewright.protocols.saml.respond.Responder;
import org.gatewright.protocols.saml.respond.SignedIn;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.protocol.Ending;
import org.gatewright.spi.protocol.FlowOutcome;
import org.gatewright.spi.protocol.ProtocolContext;

/** Goes on when the user has agreed: answers the request, in the transaction that ends the flow. */
public final class AfterAgreement implements FlowStep {

    /** The name of the step. */
    public static final String NAME = Flows.AGREED;

    private final Directory directory;
    private final Responder responder;
    private final Answers answers;

    /** Creates it over the users and what answers. */
    public AfterAgreement(ServiceProviders parties, Directory directory, Responder responder) {
        this.directory = directory;
        this.responder = responder;
        this.answers = new Answers(parties, responder);
    }

    @Override
    public Ending resume(JsonObject data, FlowOutcome outcome, ProtocolContext context) {
        AuthnWish wish = AuthnWish.of(data);
        return answers.withParty(
                wish,
                context,
                party -> answers.once(wish, party, context, () -> {
                    if (outcome instanceof FlowOutcome.Denied) {
                        throw REQUEST_DENIED.because("The user or a policy refused.");
                    }
                    return answer(wish, party, data.text(Flows.USER), context);
                }));
    }

    private Responder.Form answer(
            AuthnWish wish, ServiceProvider party, Optional<String> user, ProtocolContext context) {
        SignedIn who = SignedIn.in(context, directory)
                .filter(found -> user.equals(Optional.of(found.user().id().toString())))
                .filter(found -> wish.isYoungEnough(found.session()))
                .orElseThrow(() -> AUTHN_FAILED.because("The user is no longer signed in."));
        Responder.Form form = responder.success(wish, party, who, context.now());
        context.audit("authorize_application", Optional.of(who.user()), audited(wish, party));
        return form;
    }

    private static JsonObject audited(AuthnWish wish, ServiceProvider party) {
        return JsonObject.of("authorized_application", party.application())
                .with("service_provider", party.entityId())
                .with("acs_url", wish.reply().acs())
                .with("flow", party.provider().authorizationFlow());
    }
}
