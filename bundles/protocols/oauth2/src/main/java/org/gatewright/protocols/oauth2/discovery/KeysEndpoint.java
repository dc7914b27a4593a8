package org.gatewright.protocols.oauth2.discovery;

import java.util.Map;
import org.gatewright.protocols.oauth2.client.Client;
import org.gatewright.protocols.oauth2.wire.Endpoint;
import org.gatewright.spi.http.Request;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.protocol.ProtocolContext;
import org.gatewright.spi.session.TokenSigner;

/** Publishes the public keys (RFC 7517). */
public final class KeysEndpoint implements Endpoint {

    private final TokenSigner signer;

    /** Creates it over what signs. */
    public KeysEndpoint(TokenSigner signer) {
        this.signer = signer;
    }

    @Override
    public Response answer(Request request, ProtocolContext context) {
        Client.ofApplication(context, request.pathParameter("application"));
        return new Response.Json(200, signer.publicKeys(), Map.of("Cache-Control", "max-age=300"));
    }
}
