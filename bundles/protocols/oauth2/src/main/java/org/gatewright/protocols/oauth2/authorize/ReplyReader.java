package org.gatewright.protocols.oauth2.authorize;

import static org.gatewright.protocols.oauth2.wire.OAuthError.INVALID_REQUEST;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.gatewright.protocols.oauth2.client.Client;
import org.gatewright.protocols.oauth2.settings.RedirectUriType;
import org.gatewright.protocols.oauth2.wire.Forms;
import org.gatewright.spi.http.Parameters;
import org.gatewright.spi.protocol.ProtocolContext;

/** Finds out who asks and where the answer may go. What is wrong here is told to the person, never by redirect (RFC 6749 section 4.1.2.1). */
final class ReplyReader {

    private static final Set<String> KNOWN = Set.of("client_id", "redirect_uri");

    private ReplyReader() {}

    static Client client(Parameters parameters, ProtocolContext context) {
        Forms.requireSingle(parameters, KNOWN);
        Client client = Client.byId(context, Forms.required(parameters, "client_id"))
                .orElseThrow(() -> INVALID_REQUEST.because("There is no application with this client_id."));
        if (!client.hasRegistered(Forms.required(parameters, "redirect_uri"), RedirectUriType.AUTHORIZATION)) {
            throw INVALID_REQUEST.because(
                    "The redirect_uri is not registered for this application. An administrator can add it to the provider, character by character.");
        }
        return client;
    }

    /** Returns how to answer, errors included; a mode that is not offered or not clear counts as {@code query}. */
    static Reply reply(Parameters parameters, Client client, URI origin) {
        return new Reply(
                Forms.required(parameters, "redirect_uri"),
                single(parameters, "response_mode").flatMap(ResponseMode::of).orElse(ResponseMode.QUERY),
                single(parameters, "state"),
                client.issuer(origin));
    }

    private static Optional<String> single(Parameters parameters, String name) {
        return parameters.isRepeated(name) ? Optional.empty() : parameters.first(name);
    }
}
