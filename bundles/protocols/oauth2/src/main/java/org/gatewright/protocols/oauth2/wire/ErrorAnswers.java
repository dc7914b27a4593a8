package org.gatewright.protocols.oauth2.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.http.Response;

/** Writes errors on the channel where they belong. What is no error of this protocol passes on to the entry. */
public final class ErrorAnswers {

    private static final String BASIC = "Basic realm=\"gatewright\", charset=\"UTF-8\"";
    private static final String BEARER = "Bearer realm=\"gatewright\"";

    private ErrorAnswers() {}

    /** Tells the client (RFC 6749 section 5.2). */
    public static Response json(GatewrightException error) {
        return json(own(error), error.detail());
    }

    /** Tells the client (RFC 6749 section 5.2). */
    public static Response json(OAuthError error, String detail) {
        Map<String, String> headers = new HashMap<>(Map.of("Cache-Control", "no-store", "Pragma", "no-cache"));
        if (error.status() == 401) {
            headers.put("WWW-Authenticate", BASIC); // with every 401 (RFC 9110 section 15.5.2)
        }
        return new Response.Json(error.status(), body(error, detail), headers);
    }

    /** Tells the holder of an access token (RFC 6750 section 3.1). */
    public static Response bearer(GatewrightException error) {
        OAuthError own = own(error);
        String scope = own == OAuthError.INSUFFICIENT_SCOPE ? ", scope=\"openid\"" : "";
        String challenge =
                "%s, error=\"%s\", error_description=\"%s\"%s".formatted(BEARER, own.word(), error.detail(), scope);
        return new Response.Json(
                own.status(),
                body(own, error.detail()),
                Map.of("Cache-Control", "no-store", "WWW-Authenticate", challenge));
    }

    /** Asks for an access token; says no more to who sent none (RFC 6750 section 3.1). */
    public static Response bearerMissing() {
        return new Response.Empty(401, Map.of("WWW-Authenticate", BEARER));
    }

    /** Tells the person in front of the browser. */
    public static Response page(GatewrightException error) {
        own(error);
        return new Response.ErrorPage(400, "Request refused", error.detail(), Optional.empty());
    }

    /** Returns the error's code if it is one of this protocol, else throws the error. */
    public static OAuthError own(GatewrightException error) {
        if (error.code() instanceof OAuthError own && own != OAuthError.UNKNOWN_APPLICATION) {
            return own;
        }
        throw error;
    }

    private static JsonObject body(OAuthError error, String detail) {
        return JsonObject.of("error", error.word()).with("error_description", detail);
    }
}
