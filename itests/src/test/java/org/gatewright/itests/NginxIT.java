package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Browser;
import org.gatewright.itests.support.Client;
import org.gatewright.itests.support.Detour;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.Nginx;
import org.gatewright.itests.support.Ports;
import org.gatewright.itests.support.Visitor;
import org.gatewright.json.JsonText;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Behind a proxy that ends TLS the server goes by its outside name. */
class NginxIT {

    private static final String HOST = "sso.example.org";
    private static final String SIGNED_OUT = "http://localhost:5000/signed-out";

    private static Distribution server;
    private static Nginx nginx;
    private static Client client;
    private static String outside;

    @BeforeAll
    static void start() {
        server = Distribution.unpack().withAdministrator().start();
        nginx = Nginx.start(server, HOST, Ports.free());
        outside = nginx.base().toString();
        JsonObject afterwards = JsonObject.of("url", SIGNED_OUT).with("redirect_uri_type", "logout");
        client = Client.register(
                new Administrator(server),
                "proxied",
                "http://localhost:5000/cb",
                JsonObject.of("redirect_uris", List.of(JsonObject.of("url", "http://localhost:5000/cb"), afterwards)));
    }

    @AfterAll
    static void stop() {
        nginx.close();
        server.close();
    }

    @Test
    void followsTheOutsideName() {
        JsonObject end = Browser.run(
                "sign-in",
                "nginx",
                JsonObject.of("open", outside + "/if/flow/redirect/")
                        .with("hosts", "MAP " + HOST + " 127.0.0.1")
                        .with("user", Administrator.MAIL)
                        .with("password", Administrator.PASSWORD)
                        .with("expect", "Sign out")
                        .with("then", outside + metadata()));

        assertThat(end.text("signedInAt")).contains(outside + "/if/user/");
        assertThat(end.text("text").orElseThrow())
                .contains(outside + "/application/o/" + client.slug() + "/")
                .contains(outside + "/application/o/token/")
                .doesNotContain(server.base().toString());
        assertCookies(end.objects("cookies"));
        assertThat(redirect(server, client)).isEqualTo("/if/flow/default-authentication-flow/");
    }

    @Test
    void carriesAWholeExchange() {
        try (Detour detour = Detour.open()) {
            Visitor visitor = nginx.visitor(detour);
            JsonObject metadata = discovered(visitor);
            String issuer = metadata.text("issuer").orElseThrow();

            HttpResponse<String> tokens = client.exchange(visitor, code(visitor, issuer), Map.of());
            String idToken = Client.member(tokens, "id_token");

            assertThat(claims(idToken).text("iss")).contains(issuer);
            assertThat(claims(Client.member(tokens, "access_token")).text("iss"))
                    .contains(issuer);
            HttpResponse<String> userInfo = visitor.get(
                    metadata.text("userinfo_endpoint").orElseThrow(),
                    "Authorization",
                    "Bearer " + Client.member(tokens, "access_token"));
            assertThat(Client.member(userInfo, "email")).isEqualTo(Administrator.MAIL);
            assertSignsOut(visitor, metadata.text("end_session_endpoint").orElseThrow(), idToken);
        }
    }

    /** Every address in the metadata begins with the outside name, and the one of the keys leads to keys. */
    private static JsonObject discovered(Visitor visitor) {
        JsonObject metadata = JsonText.read(visitor.get(metadata()).body());
        assertThat(metadata.text("issuer")).contains(outside + "/application/o/" + client.slug() + "/");
        List<String> addresses = metadata.members().keySet().stream()
                .filter(name -> name.endsWith("_endpoint") || name.equals("jwks_uri"))
                .map(name -> metadata.text(name).orElseThrow())
                .toList();
        assertThat(addresses).hasSizeGreaterThan(5).allMatch(address -> address.startsWith(outside + "/"));
        assertThat(visitor.get(metadata.text("jwks_uri").orElseThrow()).body()).contains("\"kid\"");
        return metadata;
    }

    /** Signs in, looking at each redirect and cookie on the way. */
    private static String code(Visitor visitor, String issuer) {
        HttpResponse<String> begun = visitor.get(client.authorize(Map.of()));
        assertSecure(begun);
        String page = inside(begun);
        visitor.challenge(page);
        visitor.answer(page, JsonObject.of("uid_field", Administrator.MAIL));
        HttpResponse<String> signedIn =
                visitor.json("POST", visitor.executor(page), JsonObject.of("password", Administrator.PASSWORD));
        assertSecure(signedIn);
        assertThat(visitor.cookie("__Host-gatewright_session")).isPresent();
        String target = JsonText.read(signedIn.body()).text("to").orElseThrow();
        assertThat(target).startsWith(client.redirectUri());
        assertThat(Client.parameter(target, "iss")).isEqualTo(issuer);
        return Client.parameter(target, "code");
    }

    private static void assertSignsOut(Visitor visitor, String address, String idToken) {
        String target = address + "?"
                + Visitor.encode(Map.of("id_token_hint", idToken, "post_logout_redirect_uri", SIGNED_OUT));
        HttpResponse<String> answer = visitor.get(target);
        assertThat(answer.headers().firstValue("Location")).as(answer.body()).contains(SIGNED_OUT);
        assertThat(visitor.get("/api/v3/core/users/me/").statusCode()).isEqualTo(403);
    }

    /** Redirects within the server are relative, or lead to the outside name. */
    private static String inside(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElseThrow();
        String path = location.startsWith(outside) ? location.substring(outside.length()) : location;
        assertThat(path).startsWith("/if/flow/");
        return path;
    }

    private static void assertSecure(HttpResponse<String> answer) {
        assertThat(answer.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.startsWith("__Host-gatewright_"))
                .allMatch(cookie -> cookie.contains("; Secure") && cookie.contains("; Path=/;"))
                .noneMatch(cookie -> cookie.contains("Domain="))
                .allMatch(cookie -> cookie.contains("; HttpOnly") || cookie.startsWith("__Host-gatewright_csrf"));
    }

    private static JsonObject claims(String token) {
        return JsonText.read(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    private static String metadata() {
        return "/application/o/" + client.slug() + "/.well-known/openid-configuration";
    }

    private static void assertCookies(List<JsonObject> cookies) {
        assertThat(cookies)
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie.text("name").orElse("")).startsWith("__Host-gatewright_"))
                .allSatisfy(cookie -> assertThat(cookie.get("secure")).isEqualTo(Optional.of(true)))
                .anySatisfy(cookie -> assertThat(cookie.text("name")).contains("__Host-gatewright_session"));
    }

    /** Where an authorization request that comes straight to the server, with no proxy, is sent. */
    private static String redirect(Distribution server, Client client) {
        return new Visitor(server.base())
                .get(client.authorize(Map.of()))
                .headers()
                .firstValue("Location")
                .map(target -> target.replaceAll("\\?.*", ""))
                .orElse("");
    }
}
