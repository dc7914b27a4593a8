package org.gatewright.protocols.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.protocols.oauth2.settings.MatchingMode;
import org.gatewright.protocols.oauth2.settings.OAuth2Settings;
import org.gatewright.protocols.oauth2.settings.RedirectUri;
import org.gatewright.protocols.oauth2.settings.RedirectUriType;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretHash;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.protocol.FlowOutcome;
import org.gatewright.spi.protocol.Provider;
import org.gatewright.testkit.directory.FakeDirectory;
import org.gatewright.testkit.directory.TestUsers;
import org.gatewright.testkit.protocol.FakePages;
import org.gatewright.testkit.protocol.FakeProtocolContext;
import org.gatewright.testkit.protocol.TestRequest;
import org.gatewright.testkit.session.FakeGrants;
import org.gatewright.testkit.session.FakeSingleUse;
import org.gatewright.testkit.session.FakeTokenSigner;
import org.gatewright.testkit.settings.DefaultSettings;

/** A server with two confidential clients, {@code shop} and {@code rival}, a public one, {@code app}, and the user ada. Consent is given without asking. */
final class Server {

    static final String SECRET = "a secret of the client that nobody guesses";
    static final String CALLBACK = "https://shop.example.org/callback";
    static final String GOODBYE = "https://shop.example.org/goodbye";
    static final String ISSUER = "https://id.example.org/application/o/shop/";

    /** RFC 7636 appendix B. */
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    final User ada = TestUsers.active("ada");
    final FakeDirectory directory = new FakeDirectory().with(ada).member(ada, "staff");
    final FakeProtocolContext context = new FakeProtocolContext();
    final FakeSingleUse singleUse = new FakeSingleUse(context::now);
    final FakeGrants grants = new FakeGrants(context::now);
    final FakeTokenSigner signer = new FakeTokenSigner();
    final OAuth2Protocol protocol = new OAuth2Protocol(directory, singleUse, grants, signer);

    Server() {
        context.joining(singleUse, grants);
        context.flows(request -> request.flow().equals("authorization")
                ? FakePages.finished(request, completed(), protocol, contextOf())
                : FakePages.page(request));
        register("shop", Map.of());
        register("rival", Map.of());
        register("app", Map.of("clientType", org.gatewright.protocols.oauth2.settings.ClientType.PUBLIC));
    }

    /** Registers a client, or changes it. */
    Provider<OAuth2Settings> register(String name, Map<String, ?> settings) {
        Map<String, Object> given = new HashMap<>(Map.of(
                "clientId", name,
                "clientSecret", SecretHash.of(SECRET),
                "redirectUris",
                        List.of(uri(CALLBACK, RedirectUriType.AUTHORIZATION), uri(GOODBYE, RedirectUriType.LOGOUT))));
        given.putAll(settings);
        Provider<OAuth2Settings> provider = new Provider<>(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                name,
                DefaultSettings.of(OAuth2Settings.class, given),
                Optional.of(name),
                "The " + name,
                "authentication",
                "authorization",
                "invalidation");
        context.with(provider);
        return provider;
    }

    static RedirectUri uri(String url, RedirectUriType type) {
        return new RedirectUri(url, MatchingMode.STRICT, type);
    }

    static FlowOutcome completed() {
        return new FlowOutcome.Completed(JsonObject.empty());
    }

    /** The parameters of a good authorization request of the client, with changes; an empty value leaves a parameter out. */
    static Map<String, String> wish(String client, String... changes) {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of(
                "client_id", client,
                "redirect_uri", CALLBACK,
                "response_type", "code",
                "scope", "openid email profile offline_access",
                "state", "st/ate 1",
                "nonce", "n-1",
                "code_challenge", CHALLENGE,
                "code_challenge_method", "S256"));
        change(parameters, changes);
        return parameters;
    }

    Response authorize(Map<String, String> parameters) {
        return protocol.handle(
                TestRequest.get("/application/o/authorize/").with(parameters).build(), context);
    }

    /** Lets ada's browser bring a good request, and returns the code. */
    String code(String client, String... changes) {
        if (context.session().isEmpty()) {
            context.signIn(ada);
        }
        return query(authorize(wish(client, changes))).get("code");
    }

    /** Posts to the token endpoint. */
    Response post(String client, Map<String, String> form) {
        return call("/application/o/token/", client, form);
    }

    Response call(String path, String client, Map<String, String> form) {
        TestRequest request = TestRequest.post(path).with(form);
        return protocol.handle(
                (client.equals("app")
                                ? request.form("client_id", client)
                                : request.basic(client, "a+secret+of+the+client+that+nobody+guesses"))
                        .build(),
                context);
    }

    Response redeem(String client, String code, String... changes) {
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", CALLBACK,
                "code_verifier", VERIFIER));
        change(form, changes);
        return post(client, form);
    }

    Response refresh(String client, String token, String... changes) {
        Map<String, String> form = new LinkedHashMap<>(Map.of("grant_type", "refresh_token", "refresh_token", token));
        change(form, changes);
        return post(client, form);
    }

    /** Signs ada in and returns what the client gets for her. */
    JsonObject tokens(String client, String... changes) {
        return json(redeem(client, code(client, changes)));
    }

    JsonObject claims(String token) {
        return signer.verify("at+jwt", token)
                .or(() -> signer.verify("JWT", token))
                .orElseThrow();
    }

    /** Returns the body of a success. */
    static JsonObject json(Response response) {
        assertThat(response).isInstanceOf(Response.Json.class);
        Response.Json json = (Response.Json) response;
        assertThat(json.status()).as("%s", json.body().members()).isEqualTo(200);
        return json.body();
    }

    static void assertError(Response response, int status, String error) {
        assertThat(response).isInstanceOf(Response.Json.class);
        Response.Json json = (Response.Json) response;
        assertThat(json.body().text("error")).as("%s", json.body().members()).contains(error);
        assertThat(json.status()).isEqualTo(status);
        assertThat(json.body().text("error_description").orElseThrow()).doesNotContain("\"", "\\");
    }

    /** Returns the parameters of a redirect to the client. */
    static Map<String, String> query(Response response) {
        assertThat(response).isInstanceOf(Response.Redirect.class);
        return query(((Response.Redirect) response).to());
    }

    static Map<String, String> query(URI uri) {
        Map<String, String> parameters = new LinkedHashMap<>();
        assertThat(uri.getRawQuery()).as("query of %s", uri).isNotNull();
        for (String pair : uri.getRawQuery().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static void change(Map<String, String> parameters, String... changes) {
        for (int i = 0; i < changes.length; i += 2) {
            parameters.put(changes[i], changes[i + 1]);
        }
    }

    private FakeProtocolContext contextOf() {
        return context;
    }
}
