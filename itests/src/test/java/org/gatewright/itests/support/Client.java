package org.gatewright.itests.support;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatewright.json.JsonText;
import org.gatewright.spi.data.JsonObject;

/** An application of OpenID Connect: what it is registered with, and the requests it makes. */
public record Client(String slug, String id, String secret, String redirectUri) {

    /** The verifier that {@link #authorize} makes its challenge of. */
    public static final String VERIFIER = "a-verifier-of-forty-three-characters-or-more-0123456789";

    /** Registers an application with a provider. */
    public static Client register(Administrator administrator, String slug, String redirectUri, JsonObject settings) {
        JsonObject provider = administrator.create(
                "providers/oauth2/",
                JsonObject.of("name", slug)
                        .with("redirect_uris", List.of(JsonObject.of("url", redirectUri)))
                        .merge(settings));
        administrator.create(
                "core/applications/",
                JsonObject.of("name", slug)
                        .with("slug", slug)
                        .with("provider", provider.get("pk").orElseThrow()));
        return new Client(
                slug,
                provider.text("client_id").orElseThrow(),
                provider.text("client_secret").orElse(""),
                redirectUri);
    }

    /** Returns the address that begins a sign-in, with further parameters. */
    public String authorize(Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("response_type", "code");
        all.put("client_id", id);
        all.put("redirect_uri", redirectUri);
        all.put("scope", "openid email profile offline_access");
        all.put("state", "s-1");
        all.put("nonce", "n-1");
        all.put("code_challenge", challenge(VERIFIER));
        all.put("code_challenge_method", "S256");
        all.putAll(parameters);
        all.values().removeIf(String::isEmpty);
        return "/application/o/authorize/?" + Visitor.encode(all);
    }

    /** Signs somebody in and returns the code. */
    public String code(Visitor visitor, String user, String password, Map<String, String> parameters) {
        String target = location(visitor.get(authorize(parameters)));
        while (target.startsWith("/")) {
            target = target.startsWith("/if/flow/")
                    ? visitor.signIn(target, user, password)
                    : location(visitor.get(target));
        }
        return parameter(target, "code");
    }

    /** Returns a code for somebody who is signed in, without a question. */
    public String silentCode(Visitor visitor) {
        HttpResponse<String> answer = visitor.get(authorize(Map.of("prompt", "none")));
        return parameter(location(answer), "code");
    }

    /** Exchanges a code. */
    public HttpResponse<String> exchange(Visitor visitor, String code, Map<String, String> parameters) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirectUri);
        form.put("code_verifier", VERIFIER);
        form.putAll(parameters);
        form.values().removeIf(String::isEmpty);
        return token(visitor, form);
    }

    /** Uses a refresh token. */
    public HttpResponse<String> refresh(Visitor visitor, String refreshToken) {
        return token(visitor, Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    /** Asks the token endpoint. */
    public HttpResponse<String> token(Visitor visitor, Map<String, String> form) {
        return secret.isEmpty()
                ? visitor.form("/application/o/token/", form)
                : visitor.form("/application/o/token/", form, "Authorization", basic());
    }

    /** Returns the header of HTTP Basic authentication. */
    public String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError("no redirect: " + answer.statusCode() + " " + answer.body()));
    }

    /** Returns a parameter of an address. */
    public static String parameter(String address, String name) {
        String query = URI.create(address).getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("no " + name + " in " + address);
    }

    /** Reads a member of a JSON answer. */
    public static String member(HttpResponse<String> response, String name) {
        return JsonText.read(response.body())
                .text(name)
                .orElseThrow(() -> new AssertionError("no " + name + " in " + response.body()));
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
