package org.gatewright.protocols.oauth2.logout;

import java.net.URI;
import java.util.Optional;
import org.gatewright.protocols.oauth2.client.Client;
import org.gatewright.protocols.oauth2.token.IdTokenHint;
import org.gatewright.protocols.oauth2.token.IdTokens;
import org.gatewright.protocols.oauth2.wire.Endpoint;
import org.gatewright.protocols.oauth2.wire.ErrorAnswers;
import org.gatewright.protocols.oauth2.wire.Forms;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.http.Parameters;
import org.gatewright.spi.http.Request;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.protocol.Continuation;
import org.gatewright.spi.protocol.Ending;
import org.gatewright.spi.protocol.FlowOutcome;
import org.gatewright.spi.protocol.FlowRequest;
import org.gatewright.spi.protocol.FlowStart;
import org.gatewright.spi.protocol.ProtocolContext;
import org.gatewright.spi.session.Session;
import org.gatewright.spi.session.SingleUse;

/** Signs the user out on an application's behalf, through the provider's invalidation flow. */
public final class EndSessionEndpoint implements Endpoint {

    /** The step after the flow. */
    public static final String SIGNED_OUT = "logout";

    private static final String BACK = "back";

    private final IdTokens idTokens;
    private final LogoutQuestion question;

    /** Creates it over what reads hints and keeps answers. */
    public EndSessionEndpoint(IdTokens idTokens, SingleUse singleUse) {
        this.idTokens = idTokens;
        this.question = new LogoutQuestion(singleUse);
    }

    @Override
    public Response answer(Request request, ProtocolContext context) {
        Client client = Client.ofApplication(context, request.pathParameter("application"));
        Parameters parameters = Forms.brought(request);
        LogoutRequest logout;
        try {
            logout = LogoutRequest.of(parameters, client, idTokens);
        } catch (GatewrightException error) {
            return ErrorAnswers.page(error);
        }
        URI back = URI.create(logout.back().orElse(request.client().origin() + "/"));
        Optional<Session> session = context.session();
        if (session.isEmpty()) {
            return new Response.Redirect(back);
        }
        return isMeant(logout, parameters, session.get())
                ? signOut(client, back, context)
                : question.ask(client, session.get(), parameters);
    }

    /** Goes on when the flow has ended. */
    public Ending resume(JsonObject data, FlowOutcome outcome, ProtocolContext context) {
        return outcome instanceof FlowOutcome.Denied denied
                ? new Ending.Refused(denied.message())
                : new Ending.Redirect(URI.create(data.text(BACK).orElseThrow()));
    }

    private boolean isMeant(LogoutRequest logout, Parameters parameters, Session session) {
        boolean hinted = logout.hint()
                .flatMap(IdTokenHint::session)
                .filter(session.id().toString()::equals)
                .isPresent();
        return hinted || question.isAnswered(parameters.first(LogoutQuestion.ANSWER), session);
    }

    private static Response signOut(Client client, URI back, ProtocolContext context) {
        FlowStart start = context.begin(new FlowRequest(
                client.provider().invalidationFlow(),
                Optional.of(client.provider()),
                JsonObject.empty(),
                new Continuation(SIGNED_OUT, JsonObject.of(BACK, back)),
                true));
        if (start instanceof FlowStart.Page page) {
            return new Response.Redirect(page.uri());
        }
        if (start instanceof FlowStart.Finished finished) {
            return finished.response();
        }
        return new Response.ErrorPage(
                403, "Not signed out", "You may not be signed out here. Ask an administrator.", Optional.empty());
    }
}
