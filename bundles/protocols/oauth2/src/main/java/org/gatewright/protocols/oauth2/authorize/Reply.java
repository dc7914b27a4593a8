package org.gatewright.protocols.oauth2.authorize;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatewright.protocols.oauth2.wire.OAuthError;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.protocol.Ending;

/**
 * Where and how a client is answered. Exists only for a redirect URI that the client registered.
 *
 * @param redirectUri as the client sent it
 * @param mode how the answer travels
 * @param state what the client wants back
 * @param issuer who answers (RFC 9207)
 */
record Reply(String redirectUri, ResponseMode mode, Optional<String> state, String issuer) {

    /** Answers with a code, when a flow has ended. */
    Ending code(String code) {
        return ending(Map.of("code", code));
    }

    /** Answers with an error (RFC 6749 section 4.1.2.1), when a flow has ended. */
    Ending refusal(OAuthError error, String detail) {
        return ending(fields(error, detail));
    }

    /** Answers with an error at once. */
    Response error(OAuthError error, String detail) {
        Map<String, String> fields = complete(fields(error, detail));
        return mode == ResponseMode.FORM_POST
                ? new Response.AutoSubmit(URI.create(redirectUri), fields)
                : new Response.Redirect(withQuery(redirectUri, fields));
    }

    JsonObject toJson() {
        return JsonObject.of("redirect_uri", redirectUri)
                .with("mode", mode.word())
                .with("state", state)
                .with("issuer", issuer);
    }

    static Reply of(JsonObject json) {
        return new Reply(
                json.text("redirect_uri").orElseThrow(),
                json.text("mode").flatMap(ResponseMode::of).orElseThrow(),
                json.text("state"),
                json.text("issuer").orElseThrow());
    }

    private Ending ending(Map<String, String> result) {
        Map<String, String> fields = complete(result);
        return mode == ResponseMode.FORM_POST
                ? new Ending.AutoSubmit(URI.create(redirectUri), fields)
                : new Ending.Redirect(withQuery(redirectUri, fields));
    }

    private Map<String, String> complete(Map<String, String> result) {
        Map<String, String> fields = new LinkedHashMap<>(result);
        state.ifPresent(value -> fields.put("state", value));
        fields.put("iss", issuer);
        return fields;
    }

    private static Map<String, String> fields(OAuthError error, String detail) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("error", error.word());
        fields.put("error_description", detail);
        return fields;
    }

    /** A query that the registered address has is kept (RFC 6749 section 3.1.2). */
    private static URI withQuery(String uri, Map<String, String> fields) {
        String query = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(uri + (uri.indexOf('?') < 0 ? "?" : "&") + query);
    }
}
