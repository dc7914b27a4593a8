package org.gatewright.protocols.saml.endpoint;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.protocols.saml.party.IdentityProvider;
import org.gatewright.protocols.saml.party.ServiceProvider;
import org.gatewright.protocols.saml.party.ServiceProviders;
import org.gatewright.protocols.saml.request.Bindings;
import org.gatewright.protocols.saml.request.Received;
import org.gatewright.protocols.saml.request.Reply;
import org.gatewright.protocols.saml.request.WishReader;
import org.gatewright.protocols.saml.respond.Responder;
import org.gatewright.protocols.saml.xml.SamlError;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.http.Request;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.protocol.ProtocolContext;

/** Takes authentication requests, and users who begin here. */
public final class SsoEndpoint {

    /** Marks a form that came from a page of ours. */
    private static final String AGAIN = "again";

    private static final List<String> FIELDS = List.of("SAMLRequest", "RelayState");

    private final ServiceProviders parties;
    private final Bindings bindings = new Bindings();
    private final SingleSignOn signOn;

    /** Creates it over users and what answers. */
    public SsoEndpoint(ServiceProviders parties, Directory directory, Responder responder) {
        this.parties = parties;
        this.signOn = new SingleSignOn(directory, responder);
    }

    /** Takes a request in an address. */
    public Response redirect(Request request, ProtocolContext context) {
        return guarded(request, context, bindings::redirect);
    }

    /**
     * Takes a request in a form. A browser sends no session with a form of another site, so one that seems not to be signed in is sent here once more, by a page of ours.
     */
    public Response post(Request request, ProtocolContext context) {
        boolean first =
                context.session().isEmpty() && request.form().first(AGAIN).isEmpty();
        return first ? again(request, context) : guarded(request, context, bindings::post);
    }

    /** Begins without a request. */
    public Response init(Request request, ProtocolContext context) {
        ServiceProvider party = parties.ofApplication(context, request.pathParameter("application"));
        IdentityProvider own = IdentityProvider.of(party, request.client().origin());
        Reply reply = new Reply(
                party.defaultAcs(),
                Optional.empty(),
                party.settings().defaultRelayState(),
                own,
                party.id().toString());
        return signOn.begin(WishReader.unasked(reply, context.now()), party, context);
    }

    private Response again(Request request, ProtocolContext context) {
        ServiceProvider party = parties.ofApplication(context, request.pathParameter("application"));
        Map<String, String> fields = new LinkedHashMap<>(Map.of(AGAIN, "1"));
        for (String name : FIELDS) {
            if (request.form().isRepeated(name)) {
                return page("The parameter " + name + " comes more than once.");
            }
            request.form().first(name).ifPresent(value -> fields.put(name, value));
        }
        IdentityProvider own = IdentityProvider.of(party, request.client().origin());
        return new Response.AutoSubmit(URI.create(own.postLocation()), fields);
    }

    private static Response page(String sentence) {
        return new Response.ErrorPage(400, "Request refused", sentence, Optional.empty());
    }

    private interface Binding {
        Received read(Request request, IdentityProvider own);
    }

    private Response guarded(Request request, ProtocolContext context, Binding binding) {
        ServiceProvider party = parties.ofApplication(context, request.pathParameter("application"));
        IdentityProvider own = IdentityProvider.of(party, request.client().origin());
        try {
            return signOn.answer(binding.read(request, own), party, own, context);
        } catch (GatewrightException error) {
            if (error.code() != SamlError.REFUSED) {
                throw error;
            }
            return page(error.detail());
        }
    }
}
