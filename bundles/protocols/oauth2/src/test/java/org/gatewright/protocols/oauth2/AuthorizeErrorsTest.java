package org.gatewright.protocols.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatewright.protocols.oauth2.Server.CALLBACK;
import static org.gatewright.protocols.oauth2.Server.ISSUER;
import static org.gatewright.protocols.oauth2.Server.query;
import static org.gatewright.protocols.oauth2.Server.wish;

import java.util.List;
import java.util.Map;
import org.gatewright.protocols.oauth2.settings.GrantType;
import org.gatewright.protocols.oauth2.settings.Pkce;
import org.gatewright.spi.http.Response;
import org.gatewright.testkit.protocol.TestRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorizeErrorsTest {

    private final Server server = new Server();

    @BeforeEach
    void signIn() {
        server.context.signIn(server.ada);
    }

    @ParameterizedTest
    @CsvSource({
        "client_id, ''",
        "client_id, nobody",
        "redirect_uri, ''",
        "redirect_uri, https://shop.example.org/callback/",
        "redirect_uri, https://shop.example.org/callback?x=1",
        "redirect_uri, https://shop.example.org:443/callback",
        "redirect_uri, https://shop.example.org/goodbye",
        "redirect_uri, https://evil.example.org/callback"
    })
    void tellsThePersonAndNeverRedirectsForAWrongClientOrRedirectUri(String name, String value) {
        assertPage(server.authorize(wish("shop", name, value)));
    }

    @ParameterizedTest
    @CsvSource({"client_id, shop", "redirect_uri, https://shop.example.org/callback"})
    void refusesARepeatedClientOrRedirectUriOnAPage(String name, String value) {
        assertPage(server.protocol.handle(
                TestRequest.get("/application/o/authorize/")
                        .with(wish("shop"))
                        .query(name, value)
                        .build(),
                server.context));
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, '', invalid_request",
        "response_type, token, unsupported_response_type",
        "response_type, code id_token, unsupported_response_type",
        "response_mode, fragment, invalid_request",
        "response_mode, web_message, invalid_request",
        "scope, '', invalid_scope",
        "scope, unheard_of, invalid_scope",
        "scope, open\"id, invalid_scope",
        "prompt, create, invalid_request",
        "prompt, none login, invalid_request",
        "max_age, -1, invalid_request",
        "max_age, soon, invalid_request",
        "id_token_hint, forged, invalid_request",
        "code_challenge_method, plain, invalid_request",
        "code_challenge_method, '', invalid_request",
        "code_challenge, short, invalid_request",
        "code_challenge, '', invalid_request",
        "request, eyJ, request_not_supported",
        "request_uri, https://shop.example.org/r, request_uri_not_supported",
        "registration, {}, registration_not_supported"
    })
    void tellsTheClientByRedirectWithStateAndIssuer(String name, String value, String error) {
        Response response = server.authorize(wish("shop", name, value));

        assertThat(((Response.Redirect) response).to().toString()).startsWith(CALLBACK + "?");
        assertThat(query(response))
                .containsEntry("error", error)
                .containsEntry("state", "st/ate 1")
                .containsEntry("iss", ISSUER)
                .doesNotContainKey("code");
        assertThat(server.context.begun()).isEmpty();
    }

    @Test
    void refusesARepeatedParameterAndIgnoresAnUnknownOne() {
        TestRequest request = TestRequest.get("/application/o/authorize/").with(wish("shop"));
        request.query("resource", "a").query("resource", "b");
        assertThat(query(server.protocol.handle(request.build(), server.context)))
                .containsKey("code");

        Response response =
                server.protocol.handle(request.query("scope", "email").build(), server.context);
        assertThat(query(response)).containsEntry("error", "invalid_request");
    }

    @Test
    void leavesARepeatedStateOut() {
        Response response = server.protocol.handle(
                TestRequest.get("/application/o/authorize/")
                        .with(wish("shop"))
                        .query("state", "other")
                        .build(),
                server.context);
        assertThat(query(response)).containsEntry("error", "invalid_request").doesNotContainKey("state");
    }

    @Test
    void requiresPkceOfAPublicClient() {
        Response response = server.authorize(wish("app", "code_challenge", "", "code_challenge_method", ""));
        assertThat(query(response)).containsEntry("error", "invalid_request");
    }

    @Test
    void requiresPkceOfAConfidentialClientOnlyIfTheSettingSaysSo() {
        Map<String, String> without = wish("shop", "code_challenge", "", "code_challenge_method", "");
        assertThat(query(server.authorize(without))).containsKey("code");

        server.register("shop", Map.of("pkce", Pkce.REQUIRED));
        assertThat(query(server.authorize(without))).containsEntry("error", "invalid_request");
    }

    @Test
    void refusesAClientThatMayNotUseCodes() {
        server.register("shop", Map.of("grantTypes", List.of(GrantType.CLIENT_CREDENTIALS)));
        assertThat(query(server.authorize(wish("shop")))).containsEntry("error", "unauthorized_client");
    }

    @Test
    void refusesAStateThatNoFlowCouldRemember() {
        assertThat(query(server.authorize(wish("shop", "state", "x".repeat(3_000)))))
                .containsEntry("error", "invalid_request");
        assertThat(query(server.authorize(wish("shop", "state", "x".repeat(2_500)))))
                .containsKey("code");
    }

    @Test
    void postsErrorsToAClientThatAskedForAForm() {
        Response response = server.authorize(wish("shop", "response_mode", "form_post", "max_age", "x"));

        Response.AutoSubmit form = (Response.AutoSubmit) response;
        assertThat(form.to()).hasToString(CALLBACK);
        assertThat(form.fields())
                .containsEntry("error", "invalid_request")
                .containsEntry("state", "st/ate 1")
                .containsEntry("iss", ISSUER);
    }

    private void assertPage(Response response) {
        assertThat(response).isInstanceOf(Response.ErrorPage.class);
        assertThat(((Response.ErrorPage) response).status()).isEqualTo(400);
        assertThat(server.context.begun()).isEmpty();
    }
}
