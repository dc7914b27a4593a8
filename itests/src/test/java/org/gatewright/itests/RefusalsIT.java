package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Client;
import org.gatewright.itests.support.Condition;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.SharedServer;
import org.gatewright.itests.support.Visitor;
import org.gatewright.json.JsonText;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on the code flow and on the entry, each refused as its specification says. */
class RefusalsIT {

    private static Distribution server;
    private static Client client;
    private static Client other;

    @BeforeAll
    static void start() {
        server = SharedServer.get();
        Administrator administrator = SharedServer.administrator();
        client = Client.register(administrator, "first", "http://localhost:5000/cb", JsonObject.empty());
        other = Client.register(administrator, "second", "http://localhost:5001/cb", JsonObject.empty());
    }

    @Test
    void issuesTokensToTheRightClient() {
        Visitor visitor = visitor();
        HttpResponse<String> tokens = client.exchange(visitor, code(visitor), Map.of());

        assertThat(tokens.statusCode()).as(tokens.body()).isEqualTo(200);
        HttpResponse<String> userinfo = visitor.get(
                "/application/o/userinfo/", "Authorization", "Bearer " + Client.member(tokens, "access_token"));
        assertThat(Client.member(userinfo, "email")).isEqualTo(Administrator.MAIL);
    }

    @Test
    void tellsTheDetailsOfItsHealthToThisMachineOnly() {
        String here = visitor().get("/-/health/ready/").body();
        String throughAProxy = visitor()
                .get("/-/health/ready/", "X-Forwarded-For", "127.0.0.1")
                .body();

        assertThat(here).contains("embedded database in");
        assertThat(throughAProxy).contains("\"database\"", "\"ready\"").doesNotContain("embedded", "/data");
    }

    @Test
    void doesNotRedirectToAnUnknownAddress() {
        HttpResponse<String> answer =
                visitor().get(client.authorize(Map.of("redirect_uri", "http://localhost:5000/cb2")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void revokesTheTokensOfTheFirstUseWhenACodeIsReplayed() {
        Visitor visitor = visitor();
        String code = code(visitor);
        HttpResponse<String> tokens = client.exchange(visitor, code, Map.of());
        String access = Client.member(tokens, "access_token");

        assertError(client.exchange(visitor, code, Map.of()), 400, "invalid_grant");
        HttpResponse<String> userinfo = visitor.get("/application/o/userinfo/", "Authorization", "Bearer " + access);
        assertThat(userinfo.statusCode()).isEqualTo(401);
        assertError(client.refresh(visitor, Client.member(tokens, "refresh_token")), 400, "invalid_grant");
        HttpResponse<String> seen =
                visitor.form("/application/o/introspect/", Map.of("token", access), "Authorization", client.basic());
        assertThat(JsonText.read(seen.body()).bool("active")).as(seen.body()).contains(false);
    }

    @Test
    void namesTheMethodsThatTheTokenEndpointKnows() {
        HttpResponse<String> answer = visitor().get("/application/o/token/");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void givesNoCodeForPromptConsentWhereNobodyIsAsked() {
        Visitor visitor = visitor();
        code(visitor);

        String location = visitor.get(client.authorize(Map.of("prompt", "consent")))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(location).startsWith(client.redirectUri()).contains("error=consent_required");
    }

    @Test
    void refusesAMissingVerifier() {
        Visitor visitor = visitor();
        assertError(client.exchange(visitor, code(visitor), Map.of("code_verifier", "")), 400, "invalid_grant");
    }

    @Test
    void refusesAWrongVerifier() {
        Visitor visitor = visitor();
        String wrong = "another-verifier-of-forty-three-characters-or-more-01";
        assertError(client.exchange(visitor, code(visitor), Map.of("code_verifier", wrong)), 400, "invalid_grant");
    }

    @Test
    void refusesAPublicClientWithoutAChallenge() {
        Client app = Client.register(
                SharedServer.administrator(),
                "public-app",
                "http://127.0.0.1:5003/cb",
                JsonObject.of("client_type", "public"));
        Visitor visitor = visitor();
        Map<String, String> none = Map.of("code_challenge", "", "code_challenge_method", "");

        assertRefusedByRedirect(visitor.get(app.authorize(none)), app, "invalid_request");
        String code = app.code(visitor, Administrator.MAIL, Administrator.PASSWORD, Map.of());
        Map<String, String> itself = Map.of("client_id", app.id(), "code_verifier", "");
        assertError(app.exchange(visitor, code, itself), 400, "invalid_grant");
    }

    @Test
    void refusesAPlainChallenge() {
        Map<String, String> plain = Map.of("code_challenge", Client.VERIFIER, "code_challenge_method", "plain");
        Map<String, String> silent = Map.of("code_challenge", Client.VERIFIER, "code_challenge_method", "");

        assertRefusedByRedirect(visitor().get(client.authorize(plain)), client, "invalid_request");
        assertRefusedByRedirect(visitor().get(client.authorize(silent)), client, "invalid_request");
    }

    @Test
    void refusesTheCodeOfAnotherClient() {
        Visitor visitor = visitor();
        String code = code(visitor);
        Map<String, String> redirectUri = Map.of("redirect_uri", client.redirectUri());

        assertError(other.exchange(visitor, code, redirectUri), 400, "invalid_grant");
        assertThat(client.exchange(visitor, code, Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAnExpiredCode() {
        Client fleeting = Client.register(
                SharedServer.administrator(),
                "fleeting",
                "http://localhost:5002/cb",
                JsonObject.of("access_code_validity", "seconds=1"));
        Visitor visitor = visitor();
        String code = fleeting.code(visitor, Administrator.MAIL, Administrator.PASSWORD, Map.of());
        Instant expired = Instant.now().plusSeconds(2);
        Condition.await("the code has expired", Duration.ofSeconds(10), () -> Instant.now()
                .isAfter(expired));

        assertError(fleeting.exchange(visitor, code, Map.of()), 400, "invalid_grant");
    }

    @Test
    void revokesTheFamilyWhenARefreshTokenIsReused() {
        Visitor visitor = visitor();
        String first = Client.member(client.exchange(visitor, code(visitor), Map.of()), "refresh_token");
        HttpResponse<String> renewed = client.refresh(visitor, first);

        assertError(client.refresh(visitor, first), 400, "invalid_grant");
        assertError(client.refresh(visitor, Client.member(renewed, "refresh_token")), 400, "invalid_grant");
        HttpResponse<String> userinfo = visitor.get(
                "/application/o/userinfo/", "Authorization", "Bearer " + Client.member(renewed, "access_token"));
        assertThat(userinfo.statusCode()).isEqualTo(401);
    }

    @Test
    void refusesAnotherBrowsersFlow() {
        Visitor victim = visitor();
        String page = victim.get(client.authorize(Map.of()))
                .headers()
                .firstValue("Location")
                .orElseThrow();

        JsonObject seen = visitor().challenge(page);

        assertThat(seen.text("component")).isNotEqualTo(Optional.of("ak-stage-identification"));
    }

    @Test
    void refusesATamperedFlow() {
        Visitor visitor = visitor();
        String page = visitor.get(client.authorize(Map.of()))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        int place = page.length() - 10;
        char changed = page.charAt(place) == 'A' ? 'B' : 'A';

        JsonObject seen = visitor.challenge(page.substring(0, place) + changed + page.substring(place + 1));

        assertThat(seen.text("component")).isNotEqualTo(Optional.of("ak-stage-identification"));
    }

    @Test
    void refusesAChangeWithoutTheCsrfToken() {
        Visitor visitor = visitor();
        visitor.signIn("/if/flow/default-authentication-flow/", Administrator.MAIL, Administrator.PASSWORD);

        assertThat(visitor.get("/api/v3/core/users/me/").statusCode()).isEqualTo(200);
        String csrf = visitor.cookie("gatewright_csrf").orElseThrow();
        assertThat(changed(visitor).statusCode()).isEqualTo(403);
        for (String wrong : List.of("", "wrong", csrf + "A", csrf.substring(1))) {
            assertThat(changed(visitor, "X-Gatewright-CSRF", wrong).statusCode())
                    .isEqualTo(403);
        }
        assertThat(changed(visitor, "X-Gatewright-CSRF", csrf, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(SharedServer.administrator().list("core/groups/?name=changed"))
                .isEmpty();
        assertThat(changed(visitor, "X-Gatewright-CSRF", csrf).statusCode()).isEqualTo(201);
    }

    @Test
    void takesAnswersOfAFlowFromItsOwnPagesOnly() {
        Visitor visitor = visitor();
        String executor = visitor.executor("/if/flow/default-authentication-flow/");

        assertThat(visitor.json("POST", executor, JsonObject.empty(), "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.form(executor, Map.of("uid_field", "a")).statusCode())
                .isEqualTo(415);
    }

    private static HttpResponse<String> changed(Visitor visitor, String... headers) {
        return visitor.json("POST", "/api/v3/core/groups/", JsonObject.of("name", "changed"), headers);
    }

    @Test
    void answersAnUnknownUserLikeAWrongPassword() {
        assertThat(refusal("nobody@example.org")).isEqualTo(refusal(Administrator.MAIL));
    }

    @Test
    void ignoresTheForwardedHostOfAnUnknownProxy() {
        String metadata = "/application/o/first/.well-known/openid-configuration";
        String honest = visitor().get(metadata).body();

        assertThat(honest).contains(server.base() + "/application/o/first/");
        for (String[] headers : List.of(
                new String[] {"X-Forwarded-Host", "evil.example"},
                new String[] {"X-Forwarded-Proto", "https", "X-Forwarded-Port", "443"},
                new String[] {"Forwarded", "for=192.0.2.9;host=evil.example;proto=https"})) {
            assertThat(visitor().get(metadata, headers).body()).isEqualTo(honest);
        }
    }

    @Test
    void refusesAnOversizeBody() {
        HttpResponse<String> answer =
                visitor().form("/application/o/token/", Map.of("grant_type", "x".repeat(2 * 1024 * 1024)));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v3/flows/executor/../../core/users/",
                "/api/v3/flows/executor/%2e%2e/%2e%2e/core/users/",
                "/api/v3/flows/executor/x/..;/../../core/users/",
                "//api/v3/core/users/"
            })
    void refusesAPathThatCanBeReadInTwoWays(String path) {
        assertThat(visitor().get(server.base() + path).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesTheApiToNobody() {
        assertThat(visitor().get("/api/v3/core/users/").statusCode()).isEqualTo(403);
    }

    private static JsonObject refusal(String user) {
        Visitor visitor = visitor();
        String page = "/if/flow/default-authentication-flow/";
        visitor.challenge(page);
        visitor.answer(page, JsonObject.of("uid_field", user));
        // both are made of what was typed
        return visitor.answer(page, JsonObject.of("password", "wrong"))
                .without("pending_user")
                .without("pending_user_avatar");
    }

    private static void assertRefusedByRedirect(HttpResponse<String> answer, Client client, String error) {
        String location = answer.headers().firstValue("Location").orElse("");
        assertThat(location)
                .as(answer.body())
                .startsWith(client.redirectUri())
                .contains("error=" + error, "state=s-1")
                .doesNotContain("code=");
    }

    private static String code(Visitor visitor) {
        return client.code(visitor, Administrator.MAIL, Administrator.PASSWORD, Map.of());
    }

    private static Visitor visitor() {
        return new Visitor(server.base());
    }

    private static void assertError(HttpResponse<String> answer, int status, String error) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(JsonText.read(answer.body()).text("error")).contains(error);
    }
}
