package org.gatewright.protocols.saml.endpoint;

import java.util.function.Supplier;
import org.gatewright.protocols.saml.party.ServiceProvider;
import org.gatewright.protocols.saml.party.ServiceProviders;
import org.gatewright.protocols.saml.request.AnsweredRequests;
import org.gatewright.protocols.saml.request.AuthnWish;
import org.gatewright.protocols.saml.request.Reply;
import org.gatewright.protocols.saml.respond.Responder;
import org.gatewright.protocols.saml.xml.SamlError;
import org.gatewright.spi.error.ErrorKind;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.protocol.Ending;
import org.gatewright.spi.protocol.ProtocolContext;

/** Answers a request when a flow has ended: once, and only a service provider that is still what it was, as flows last minutes. */
final class Answers {

    private static final Ending GONE =
            new Ending.Refused("The application was changed while you signed in. Start again from the application.");
    private static final Ending ANSWERED =
            new Ending.Refused("The request has been answered before. Start again from the application.");

    private final ServiceProviders parties;
    private final Responder responder;

    Answers(ServiceProviders parties, Responder responder) {
        this.parties = parties;
        this.responder = responder;
    }

    /** What is done about a service provider that is still there. */
    interface Step {
        Ending go(ServiceProvider party);
    }

    Ending withParty(AuthnWish wish, ProtocolContext context, Step step) {
        Reply reply = wish.reply();
        return parties.still(context, reply.own().application(), reply.provider())
                .filter(party -> party.acs().contains(reply.acs()))
                .map(step::go)
                .orElse(GONE);
    }

    /** Answers with the form, or with the status of what is thrown while it is made. */
    Ending once(AuthnWish wish, ServiceProvider party, ProtocolContext context, Supplier<Responder.Form> form) {
        if (!AnsweredRequests.add(context.documents(), wish.reply(), context.now())) {
            return ANSWERED;
        }
        try {
            return submit(form.get());
        } catch (GatewrightException error) {
            if (error.code() instanceof SamlError own && !own.status().isEmpty()) {
                return submit(responder.failure(wish.reply(), party, error, context.now()));
            }
            if (error.code().kind() == ErrorKind.USER) {
                return new Ending.Refused("What this application is told of you could not be made: " + error.detail()
                        + " An administrator can correct the attributes of the provider.");
            }
            throw error;
        }
    }

    private static Ending submit(Responder.Form form) {
        return new Ending.AutoSubmit(form.to(), form.fields());
    }
}
