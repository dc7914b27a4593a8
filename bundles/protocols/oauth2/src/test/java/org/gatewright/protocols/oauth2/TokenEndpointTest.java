package org.gatewright.protocols.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatewright.protocols.oauth2.Server.SECRET;
import static org.gatewright.protocols.oauth2.Server.assertError;
import static org.gatewright.protocols.oauth2.Server.json;

import java.util.List;
import java.util.Map;
import org.gatewright.protocols.oauth2.settings.GrantType;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretHash;
import org.gatewright.spi.http.Response;
import org.gatewright.testkit.protocol.TestRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenEndpointTest {

    private final Server server = new Server();

    @BeforeEach
    void register() {
        server.register("shop", Map.of("grantTypes", List.of(GrantType.CLIENT_CREDENTIALS)));
    }

    @Test
    void givesAClientATokenForItselfAndKeepsNothing() {
        JsonObject body = json(server.post("shop", Map.of("grant_type", "client_credentials")));
        assertThat(body.members()).containsOnlyKeys("access_token", "token_type", "expires_in");
        JsonObject claims = server.claims(body.text("access_token").orElseThrow());
        assertThat(claims.text("sub")).contains("shop");
        assertThat(claims.text("iss")).contains(Server.ISSUER);
        assertThat(claims.has("gid")).isFalse();
        assertThat(server.grants.all()).isEmpty();
    }

    @Test
    void tellsWhichScopesAClientGot() {
        JsonObject body = json(server.post(
                "shop", Map.of("grant_type", "client_credentials", "scope", "groups offline_access unheard_of")));
        assertThat(body.text("scope")).contains("groups");
        assertThat(body.has("refresh_token")).isFalse();
    }

    @Test
    void knowsAClientByHeaderOrForm() {
        json(server.protocol.handle(
                credentials()
                        .form("client_id", "shop")
                        .form("client_secret", SECRET)
                        .build(),
                server.context));
        json(server.protocol.handle(
                credentials().basic("shop", SECRET).form("client_id", "shop").build(), server.context));
    }

    @Test
    void decodesTheHeadersPartsAsForms() {
        server.register(
                "shop",
                Map.of(
                        "clientSecret",
                        SecretHash.of("50% + ünicode:colon"),
                        "grantTypes",
                        List.of(GrantType.CLIENT_CREDENTIALS)));
        json(server.protocol.handle(
                credentials().basic("shop", "50%25+%2B+%C3%BCnicode%3Acolon").build(), server.context));
    }

    @ParameterizedTest
    @CsvSource({"shop, wrong", "nobody, wrong", "nobody, ''", "shop, ''", "shop, 100%"})
    void refusesAnUnknownClientAndAWrongSecretAlike(String client, String secret) {
        Response response =
                server.protocol.handle(credentials().basic(client, secret).build(), server.context);
        assertError(response, 401, "invalid_client");
        assertThat(((Response.Json) response).headers().get("WWW-Authenticate")).startsWith("Basic ");
    }

    @Test
    void saysTheSameToAnUnknownClientAndAWrongSecret() {
        assertThat(server.protocol.handle(credentials().basic("nobody", "x").build(), server.context))
                .isEqualTo(
                        server.protocol.handle(credentials().basic("shop", "x").build(), server.context));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer abc", "Basic ###", "Basic c2hvcA==", "Digest x"})
    void refusesAHeaderThatIsNotBasic(String header) {
        assertError(
                server.protocol.handle(
                        credentials().header("Authorization", header).build(), server.context),
                401,
                "invalid_client");
    }

    @Test
    void refusesAClientThatDoesNotSayWhoItIsOrUsesAnAssertion() {
        assertError(server.protocol.handle(credentials().build(), server.context), 401, "invalid_client");
        assertError(
                server.protocol.handle(
                        credentials()
                                .form("client_id", "shop")
                                .form("client_assertion", "x")
                                .build(),
                        server.context),
                401,
                "invalid_client");
    }

    @Test
    void refusesTwoMethodsOfAuthentication() {
        assertError(
                server.protocol.handle(
                        credentials()
                                .basic("shop", SECRET)
                                .form("client_secret", SECRET)
                                .build(),
                        server.context),
                400,
                "invalid_request");
        assertError(
                server.protocol.handle(
                        credentials()
                                .basic("shop", SECRET)
                                .form("client_id", "rival")
                                .build(),
                        server.context),
                400,
                "invalid_request");
    }

    @Test
    void refusesWhatIsNoFormAndWhatIsInTheAddress() {
        assertError(
                server.protocol.handle(
                        TestRequest.post("/application/o/token/")
                                .basic("shop", SECRET)
                                .build(),
                        server.context),
                400,
                "invalid_request");
        assertError(
                server.protocol.handle(
                        credentials()
                                .query("client_secret", SECRET)
                                .query("client_id", "shop")
                                .build(),
                        server.context),
                400,
                "invalid_request");
    }

    @Test
    void refusesARepeatedParameter() {
        assertError(
                server.protocol.handle(
                        credentials()
                                .basic("shop", SECRET)
                                .form("grant_type", "client_credentials")
                                .build(),
                        server.context),
                400,
                "invalid_request");
    }

    @Test
    void refusesGrantTypesThatAreMissingUnknownOrNotTheClients() {
        assertError(server.post("shop", Map.of("scope", "openid")), 400, "invalid_request");
        assertError(server.post("shop", Map.of("grant_type", "password")), 400, "unsupported_grant_type");
        assertError(
                server.post("shop", Map.of("grant_type", "refresh_token", "refresh_token", "x")),
                400,
                "unauthorized_client");
        assertError(server.post("app", Map.of("grant_type", "client_credentials")), 400, "unauthorized_client");
    }

    @ParameterizedTest
    @CsvSource({"authorization_code, code", "refresh_token, refresh_token"})
    void refusesARequestWithoutItsCodeOrToken(String grantType, String missing) {
        Response response = server.post("rival", Map.of("grant_type", grantType));
        assertError(response, 400, "invalid_request");
        assertThat(((Response.Json) response).body().text("error_description").orElseThrow())
                .contains(missing);
    }

    @Test
    void knowsNoClientWithoutAnApplication() {
        var provider = server.register("shop", Map.of());
        server.context.with(new org.gatewright.spi.protocol.Provider<>(
                provider.id(),
                provider.name(),
                provider.settings(),
                java.util.Optional.empty(),
                "",
                "authentication",
                "authorization",
                "invalidation"));
        assertError(server.post("shop", Map.of("grant_type", "client_credentials")), 401, "invalid_client");
    }

    private static TestRequest credentials() {
        return TestRequest.post("/application/o/token/").form("grant_type", "client_credentials");
    }
}
