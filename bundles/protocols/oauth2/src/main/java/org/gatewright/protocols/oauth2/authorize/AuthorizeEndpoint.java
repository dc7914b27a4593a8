package org.gatewright.protocols.oauth2.authorize;

import static org.gatewright.protocols.oauth2.wire.OAuthError.ACCESS_DENIED;
import static org.gatewright.protocols.oauth2.wire.OAuthError.CONSENT_REQUIRED;
import static org.gatewright.protocols.oauth2.wire.OAuthError.LOGIN_REQUIRED;

import java.util.Optional;
import org.gatewright.protocols.oauth2.client.Client;
import org.gatewright.protocols.oauth2.token.IdTokens;
import org.gatewright.protocols.oauth2.wire.Endpoint;
import org.gatewright.protocols.oauth2.wire.ErrorAnswers;
import org.gatewright.protocols.oauth2.wire.Forms;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.http.Parameters;
import org.gatewright.spi.http.Request;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.protocol.Access;
import org.gatewright.spi.protocol.FlowRequest;
import org.gatewright.spi.protocol.FlowStart;
import org.gatewright.spi.protocol.ProtocolContext;

/** Takes authorization requests (RFC 6749 section 4.1.1, OpenID Connect Core section 3.1.2) and sends the browser into the flow that is due. */
public final class AuthorizeEndpoint implements Endpoint {

    private final Directory directory;
    private final RequestReader reader;

    /** Creates it over what it asks. */
    public AuthorizeEndpoint(Directory directory, IdTokens idTokens) {
        this.directory = directory;
        this.reader = new RequestReader(idTokens);
    }

    @Override
    public Response answer(Request request, ProtocolContext context) {
        Parameters parameters = Forms.brought(request);
        Client client;
        try {
            client = ReplyReader.client(parameters, context);
        } catch (GatewrightException error) {
            return ErrorAnswers.page(error);
        }
        Reply reply = ReplyReader.reply(parameters, client, request.client().origin());
        try {
            AuthorizationRequest wish = reader.read(parameters, client, reply, context.now());
            boolean silent = Prompt.of(parameters.first("prompt")).none();
            return silent
                    ? withoutAsking(client, wish, context)
                    : asking(client, wish, parameters.first("login_hint"), context);
        } catch (GatewrightException error) {
            return reply.error(ErrorAnswers.own(error), error.detail());
        }
    }

    private Response asking(
            Client client, AuthorizationRequest wish, Optional<String> loginHint, ProtocolContext context) {
        FlowRequest flow = acceptable(client, wish, context)
                .map(user -> Flows.agreement(client, wish, user, true))
                .orElseGet(() -> Flows.signIn(client, wish, loginHint));
        FlowStart start = context.begin(flow);
        if (start instanceof FlowStart.Refused refused) {
            return forbidden(refused.access());
        }
        return started(start, wish.reply());
    }

    private Response withoutAsking(Client client, AuthorizationRequest wish, ProtocolContext context) {
        String user = acceptable(client, wish, context)
                .orElseThrow(() -> LOGIN_REQUIRED.because("The user is not signed in as this request demands."));
        FlowStart start = context.begin(Flows.agreement(client, wish, user, false));
        if (start instanceof FlowStart.Refused) {
            return wish.reply().error(ACCESS_DENIED, "The user may not use this application.");
        }
        return started(start, wish.reply());
    }

    private Optional<String> acceptable(Client client, AuthorizationRequest wish, ProtocolContext context) {
        return SignedIn.in(context, directory)
                .filter(who -> wish.signIn().acceptsEarlier(who.session(), who.subject(client), context.now()))
                .map(who -> who.user().id().toString());
    }

    private static Response started(FlowStart start, Reply reply) {
        if (start instanceof FlowStart.Page page) {
            return new Response.Redirect(page.uri());
        }
        if (start instanceof FlowStart.Finished finished) {
            return finished.response();
        }
        return reply.error(CONSENT_REQUIRED, "The user would have to be asked.");
    }

    private static Response forbidden(Access access) {
        String message = access.messages().isEmpty()
                ? "You may not use this application. Ask an administrator."
                : String.join(" ", access.messages());
        return new Response.ErrorPage(403, "Access denied", message, access.reference());
    }
}
