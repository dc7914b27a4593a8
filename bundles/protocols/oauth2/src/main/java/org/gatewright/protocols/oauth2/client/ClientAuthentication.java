package org.gatewright.protocols.oauth2.client;

import static org.gatewright.protocols.oauth2.wire.OAuthError.INVALID_CLIENT;

import java.util.Optional;
import org.gatewright.spi.data.SecretHash;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.http.Request;
import org.gatewright.spi.protocol.ProtocolContext;

/** Finds out which client sent a request. "No such client" and "wrong secret" are one answer that takes the same time. */
public final class ClientAuthentication {

    /** The hash of a secret that nobody has: what an unknown client is compared with. */
    private static final SecretHash NOBODY = new SecretHash("0".repeat(64));

    private ClientAuthentication() {}

    /**
     * Returns the client. A public one says who it is and proves nothing: what it may do hangs on codes, verifiers and tokens.
     *
     * @throws org.gatewright.spi.error.GatewrightException if it is not a client or did not prove it
     */
    public static Client authenticate(Request request, ProtocolContext context) {
        Credentials credentials = Credentials.of(request);
        Optional<Client> client = Client.byId(context, credentials.clientId());
        boolean proven = proves(
                credentials.secret(), client.map(found -> found.settings().clientSecret()));
        return client.filter(found -> found.isPublic() || proven)
                .orElseThrow(() -> INVALID_CLIENT.because("The client is unknown or its secret is wrong."));
    }

    /** Returns the client, which must have a secret. */
    public static Client authenticateConfidential(Request request, ProtocolContext context) {
        Client client = authenticate(request, context);
        if (client.isPublic()) {
            throw INVALID_CLIENT.because("Only a client with a secret may ask.");
        }
        return client;
    }

    private static boolean proves(Optional<SecretText> secret, Optional<SecretHash> hash) {
        boolean matches =
                hash.orElse(NOBODY).matches(secret.map(SecretText::reveal).orElse(""));
        return matches && secret.isPresent() && hash.isPresent();
    }
}
