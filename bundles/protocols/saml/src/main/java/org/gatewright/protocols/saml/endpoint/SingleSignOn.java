package org.gatewright.protocols.saml.endpoint;

import static org.gatewright.protocols.saml.xml.SamlError.NO_PASSIVE;
import static org.gatewright.protocols.saml.xml.SamlError.REFUSED;
import static org.gatewright.protocols.saml.xml.SamlError.REQUEST_DENIED;

import java.util.Optional;
import org.gatewright.protocols.saml.party.IdentityProvider;
import org.gatewright.protocols.saml.party.ServiceProvider;
import org.gatewright.protocols.saml.request.AnsweredRequests;
import org.gatewright.protocols.saml.request.AuthnRequestReader;
import org.gatewright.protocols.saml.request.AuthnWish;
import org.gatewright.protocols.saml.request.Received;
import org.gatewright.protocols.saml.request.Reply;
import org.gatewright.protocols.saml.request.WishReader;
import org.gatewright.protocols.saml.respond.Responder;
import org.gatewright.protocols.saml.respond.SignedIn;
import org.gatewright.protocols.saml.xml.SamlError;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.protocol.Access;
import org.gatewright.spi.protocol.FlowStart;
import org.gatewright.spi.protocol.ProtocolContext;

/** Sends the browser with a checked request into the flow that is due. */
final class SingleSignOn {

    private final Directory directory;
    private final Responder responder;

    SingleSignOn(Directory directory, Responder responder) {
        this.directory = directory;
        this.responder = responder;
    }

    /** Answers a request that has arrived. */
    Response answer(Received received, ServiceProvider party, IdentityProvider own, ProtocolContext context) {
        AuthnRequestReader.Checked checked = AuthnRequestReader.check(received, party, own, context.now());
        if (AnsweredRequests.contain(context.documents(), checked.reply())) {
            throw REFUSED.because("The request has been answered before. Start again from the application.");
        }
        try {
            return begin(WishReader.read(checked, party, context.now()), party, context);
        } catch (GatewrightException error) {
            return status(checked.reply(), party, error, context);
        }
    }

    /** Begins with what is asked for, by a request or by the user. */
    Response begin(AuthnWish wish, ServiceProvider party, ProtocolContext context) {
        Optional<String> user = SignedIn.in(context, directory)
                .filter(who -> wish.acceptsEarlier(who.session()))
                .map(who -> who.user().id().toString());
        if (user.isEmpty() && wish.silent()) {
            throw NO_PASSIVE.because("The user is not signed in as the request demands.");
        }
        FlowStart start = context.begin(
                user.map(id -> Flows.agreement(party, wish, id)).orElseGet(() -> Flows.signIn(party, wish)));
        if (start instanceof FlowStart.Page page) {
            return new Response.Redirect(page.uri());
        }
        if (start instanceof FlowStart.Finished finished) {
            return finished.response();
        }
        if (start instanceof FlowStart.Refused refused) {
            return refused(wish, refused.access());
        }
        throw NO_PASSIVE.because("The user would have to be asked.");
    }

    private static Response refused(AuthnWish wish, Access access) {
        if (wish.silent()) {
            throw REQUEST_DENIED.because("The user may not use this application.");
        }
        String message = access.messages().isEmpty()
                ? "You may not use this application. Ask an administrator."
                : String.join(" ", access.messages());
        return new Response.ErrorPage(403, "Access denied", message, access.reference());
    }

    /** Tells the service provider of what concerns it. */
    private Response status(Reply reply, ServiceProvider party, GatewrightException error, ProtocolContext context) {
        if (!(error.code() instanceof SamlError own) || own.status().isEmpty()) {
            throw error;
        }
        Responder.Form form = responder.failure(reply, party, error, context.now());
        return new Response.AutoSubmit(form.to(), form.fields());
    }
}
