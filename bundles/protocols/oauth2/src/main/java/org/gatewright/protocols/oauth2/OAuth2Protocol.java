package org.gatewright.protocols.oauth2;

import java.util.List;
import java.util.Map;
import org.gatewright.protocols.oauth2.authorize.AfterAgreement;
import org.gatewright.protocols.oauth2.authorize.AfterSignIn;
import org.gatewright.protocols.oauth2.authorize.AuthorizeEndpoint;
import org.gatewright.protocols.oauth2.discovery.DiscoveryEndpoint;
import org.gatewright.protocols.oauth2.discovery.KeysEndpoint;
import org.gatewright.protocols.oauth2.introspect.IntrospectionEndpoint;
import org.gatewright.protocols.oauth2.logout.EndSessionEndpoint;
import org.gatewright.protocols.oauth2.revoke.RevocationEndpoint;
import org.gatewright.protocols.oauth2.settings.OAuth2Settings;
import org.gatewright.protocols.oauth2.token.AccessTokens;
import org.gatewright.protocols.oauth2.token.IdTokens;
import org.gatewright.protocols.oauth2.token.RefreshTokens;
import org.gatewright.protocols.oauth2.token.TokenEndpoint;
import org.gatewright.protocols.oauth2.userinfo.UserInfoEndpoint;
import org.gatewright.protocols.oauth2.wire.FlowStep;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.http.Request;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.plugin.PluginType;
import org.gatewright.spi.protocol.Continuation;
import org.gatewright.spi.protocol.Ending;
import org.gatewright.spi.protocol.FlowOutcome;
import org.gatewright.spi.protocol.Protocol;
import org.gatewright.spi.protocol.ProtocolContext;
import org.gatewright.spi.protocol.Route;
import org.gatewright.spi.session.Grants;
import org.gatewright.spi.session.SingleUse;
import org.gatewright.spi.session.TokenSigner;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** OAuth 2.0 and OpenID Connect: a table of endpoints, and of what goes on when a flow has ended. */
@Component(service = Protocol.class)
@PluginType(
        name = "oauth2",
        title = "OAuth2/OpenID Provider",
        description = "Signs users in to applications that speak OpenID Connect or OAuth 2.0.",
        settings = OAuth2Settings.class)
public final class OAuth2Protocol implements Protocol {

    private final RouteTable routes;
    private final Map<String, FlowStep> steps;

    /** Builds the endpoints. */
    @Activate
    public OAuth2Protocol(
            @Reference Directory directory,
            @Reference SingleUse singleUse,
            @Reference Grants grants,
            @Reference TokenSigner signer) {
        AccessTokens accessTokens = new AccessTokens(signer, grants);
        RefreshTokens refreshTokens = new RefreshTokens(singleUse, grants);
        IdTokens idTokens = new IdTokens(signer);
        EndSessionEndpoint endSession = new EndSessionEndpoint(idTokens, singleUse);
        DiscoveryEndpoint discovery = new DiscoveryEndpoint(signer);
        this.routes = new RouteTable.Builder()
                .page("/application/o/authorize/", new AuthorizeEndpoint(directory, idTokens))
                .post("/application/o/token/", new TokenEndpoint(directory, singleUse, grants, signer))
                .data("/application/o/userinfo/", new UserInfoEndpoint(directory, accessTokens))
                .server("/application/o/introspect/", new IntrospectionEndpoint(directory, accessTokens, refreshTokens))
                .post("/application/o/revoke/", new RevocationEndpoint(grants, accessTokens, refreshTokens))
                .get("/application/o/{application}/.well-known/openid-configuration/", discovery)
                .get("/.well-known/oauth-authorization-server/application/o/{application}/", discovery)
                .get("/application/o/{application}/jwks/", new KeysEndpoint(signer))
                .page("/application/o/{application}/end-session/", endSession)
                .visit("/application/o/{application}/", discovery::issuer)
                .build();
        this.steps = Map.of(
                AfterSignIn.NAME, new AfterSignIn(directory),
                AfterAgreement.NAME, new AfterAgreement(directory, singleUse),
                EndSessionEndpoint.SIGNED_OUT, endSession::resume);
    }

    @Override
    public List<Route> routes() {
        return routes.routes();
    }

    @Override
    public Response handle(Request request, ProtocolContext context) {
        return routes.endpoint(request).answer(request, context);
    }

    @Override
    public Ending resume(Continuation continuation, FlowOutcome outcome, ProtocolContext context) {
        FlowStep step = steps.get(continuation.step());
        return step == null
                ? new Ending.Refused("This sign-in was begun by another version of the server. Start again.")
                : step.resume(continuation.data(), outcome, context);
    }
}
