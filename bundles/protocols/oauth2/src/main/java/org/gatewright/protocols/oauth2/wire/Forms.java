package org.gatewright.protocols.oauth2.wire;

import static org.gatewright.protocols.oauth2.wire.OAuthError.INVALID_REQUEST;

import java.util.Set;
import org.gatewright.spi.http.Parameters;
import org.gatewright.spi.http.Request;

/** Reads the parameters of requests. A parameter that an endpoint knows comes once at most (RFC 6749 sections 3.1 and 3.2). */
public final class Forms {

    private static final Set<String> BODY_ONLY = Set.of(
            "client_id",
            "client_secret",
            "client_assertion",
            "code",
            "code_verifier",
            "grant_type",
            "refresh_token",
            "token");

    private Forms() {}

    /** Returns the form that a client posted (RFC 6749 section 3.2): nothing that should be secret may be in the address. */
    public static Parameters posted(Request request, Set<String> known) {
        if (request.query().names().stream().anyMatch(BODY_ONLY::contains)) {
            throw INVALID_REQUEST.because("Parameters belong in the body, not in the address.");
        }
        if (request.form().names().isEmpty()) {
            throw INVALID_REQUEST.because("Send a form of type application/x-www-form-urlencoded.");
        }
        requireSingle(request.form(), known);
        return request.form();
    }

    /** Returns the parameters of a request that a browser brings: the address of a GET, the form of a POST. */
    public static Parameters brought(Request request) {
        return "POST".equals(request.method()) ? request.form() : request.query();
    }

    /** Refuses a known parameter that is repeated. */
    public static void requireSingle(Parameters parameters, Set<String> known) {
        for (String name : known) {
            if (parameters.isRepeated(name)) {
                throw INVALID_REQUEST.because("The parameter " + name + " comes more than once.");
            }
        }
    }

    /** Returns a parameter that must be there. */
    public static String required(Parameters parameters, String name) {
        return parameters
                .first(name)
                .orElseThrow(() -> INVALID_REQUEST.because("The parameter " + name + " is missing."));
    }
}
