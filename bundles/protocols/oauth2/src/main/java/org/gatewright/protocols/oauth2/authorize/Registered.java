package org.gatewright.protocols.oauth2.authorize;

import java.util.Optional;
import org.gatewright.protocols.oauth2.client.Client;
import org.gatewright.protocols.oauth2.settings.RedirectUriType;
import org.gatewright.spi.protocol.Ending;
import org.gatewright.spi.protocol.ProtocolContext;

/** Checks after a flow that the client is still what it was: flows last minutes, and administrators do not wait. */
final class Registered {

    /** Nobody to answer. */
    static final Ending GONE =
            new Ending.Refused("The application was changed while you signed in. Start again from the application.");

    private Registered() {}

    static Optional<Client> client(AuthorizationRequest request, ProtocolContext context) {
        return Client.byId(context, request.clientId())
                .filter(client -> client.hasRegistered(request.reply().redirectUri(), RedirectUriType.AUTHORIZATION));
    }
}
