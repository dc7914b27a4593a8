package org.gatewright.protocols.oauth2.token;

import java.net.URI;
import java.util.UUID;
import org.gatewright.protocols.oauth2.client.Client;
import org.gatewright.protocols.oauth2.wire.Forms;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.http.Parameters;
import org.gatewright.spi.protocol.ProtocolContext;

/**
 * A request to the token endpoint by a client that has proven who it is.
 *
 * @param client who
 * @param form what it sent
 * @param origin how it sees this server
 * @param context what the request works with
 */
record TokenRequest(Client client, Parameters form, URI origin, ProtocolContext context) {

    /** Names the provider in the data of codes and refresh tokens. */
    static final String PROVIDER = "provider";

    /** Names the grant in the data of codes and refresh tokens. */
    static final String GRANT = "grant";

    String required(String name) {
        return Forms.required(form, name);
    }

    /** Tells whether the code or token with this data was issued to the client. */
    boolean owns(JsonObject data) {
        return data.text(PROVIDER).filter(client.id().toString()::equals).isPresent();
    }

    static UUID grant(JsonObject data) {
        return UUID.fromString(data.text(GRANT).orElseThrow());
    }
}
