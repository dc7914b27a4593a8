package org.gatewright.protocols.oauth2.discovery;

import java.net.URI;
import java.util.Map;
import org.gatewright.protocols.oauth2.client.Client;
import org.gatewright.protocols.oauth2.wire.Endpoint;
import org.gatewright.spi.http.Request;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.protocol.ProtocolContext;
import org.gatewright.spi.session.TokenSigner;

/** Tells clients all they need to know; the same under the addresses of OpenID Connect Discovery and of RFC 8414. */
public final class DiscoveryEndpoint implements Endpoint {

    private final TokenSigner signer;

    /** Creates it over what signs. */
    public DiscoveryEndpoint(TokenSigner signer) {
        this.signer = signer;
    }

    @Override
    public Response answer(Request request, ProtocolContext context) {
        Client client = Client.ofApplication(context, request.pathParameter("application"));
        return new Response.Json(
                200, Metadata.of(client, request.client().origin(), signer), Map.of("Cache-Control", "max-age=300"));
    }

    /** Sends who opens the issuer's own address to its metadata. */
    public Response issuer(Request request, ProtocolContext context) {
        Client client = Client.ofApplication(context, request.pathParameter("application"));
        return new Response.Redirect(URI.create(request.client().origin() + "/application/o/" + client.application()
                + "/.well-known/openid-configuration"));
    }
}
