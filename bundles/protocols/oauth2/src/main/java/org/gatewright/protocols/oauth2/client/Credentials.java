package org.gatewright.protocols.oauth2.client;

import static org.gatewright.protocols.oauth2.wire.OAuthError.INVALID_CLIENT;
import static org.gatewright.protocols.oauth2.wire.OAuthError.INVALID_REQUEST;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.http.Parameters;
import org.gatewright.spi.http.Request;

/**
 * What a client sent to prove who it is (RFC 6749 section 2.3.1).
 *
 * @param clientId who it says it is
 * @param secret empty for method {@code none}
 */
record Credentials(String clientId, Optional<SecretText> secret) {

    /** Reads header or form; two methods at once are refused. */
    static Credentials of(Request request) {
        Parameters form = request.form();
        if (form.first("client_assertion").isPresent()
                || form.first("client_assertion_type").isPresent()) {
            throw INVALID_CLIENT.because("Client assertions are not supported.");
        }
        return request.headers()
                .first("Authorization")
                .map(header -> consistent(basic(header), form))
                .orElseGet(() -> posted(form));
    }

    private static Credentials posted(Parameters form) {
        String clientId =
                form.first("client_id").orElseThrow(() -> INVALID_CLIENT.because("The client does not say who it is."));
        return new Credentials(clientId, form.first("client_secret").map(SecretText::of));
    }

    private static Credentials consistent(Credentials basic, Parameters form) {
        if (form.first("client_secret").isPresent()) {
            throw INVALID_REQUEST.because("Use one method of client authentication, not two.");
        }
        if (form.first("client_id").filter(id -> !id.equals(basic.clientId())).isPresent()) {
            throw INVALID_REQUEST.because("The header and the body name different clients.");
        }
        return basic;
    }

    private static Credentials basic(String header) {
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            throw INVALID_CLIENT.because("Authenticate with the scheme Basic.");
        }
        try {
            String pair =
                    new String(Base64.getDecoder().decode(header.substring(6).trim()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("no colon");
            }
            String secret = decode(pair.substring(colon + 1));
            return new Credentials(
                    decode(pair.substring(0, colon)),
                    Optional.of(secret).filter(text -> !text.isEmpty()).map(SecretText::of));
        } catch (IllegalArgumentException e) {
            throw INVALID_CLIENT.because("The header Authorization is malformed.");
        }
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }
}
