package org.gatewright.protocols.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatewright.protocols.oauth2.Server.assertError;
import static org.gatewright.protocols.oauth2.Server.json;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gatewright.protocols.oauth2.settings.GrantType;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.http.Response;
import org.gatewright.testkit.directory.TestUsers;
import org.gatewright.testkit.protocol.TestRequest;
import org.junit.jupiter.api.Test;

/** Userinfo, introspection and revocation. */
class TokenUseTest {

    private final Server server = new Server();

    @Test
    void tellsTheHolderOfATokenAboutTheUser() {
        JsonObject tokens = server.tokens("shop");
        JsonObject claims = json(userInfo(access(tokens)));
        assertThat(claims.text("sub"))
                .isEqualTo(server.claims(tokens.text("id_token").orElseThrow()).text("sub"));
        assertThat(claims.text("name")).contains("User ada");
        assertThat(claims.text("email")).contains("ada@example.org");
        assertThat(claims.texts("groups")).containsExactly("staff");
    }

    @Test
    void tellsNoMoreThanTheScopes() {
        assertThat(json(userInfo(access(server.tokens("shop", "scope", "openid"))))
                        .members())
                .containsOnlyKeys("sub");
        assertThat(json(userInfo(access(server.tokens("shop", "scope", "openid groups"))))
                        .members())
                .containsOnlyKeys("sub", "groups");
    }

    @Test
    void takesTheTokenFromAFormTooButNotFromBothOrTheAddress() {
        String token = access(server.tokens("shop"));
        TestRequest post = TestRequest.post("/application/o/userinfo/").form("access_token", token);
        json(server.protocol.handle(post.build(), server.context));
        assertBearer(server.protocol.handle(post.bearer(token).build(), server.context), 400, "invalid_request");
        assertThat(server.protocol.handle(
                        TestRequest.get("/application/o/userinfo/")
                                .query("access_token", token)
                                .build(),
                        server.context))
                .isInstanceOf(Response.Empty.class);
    }

    @Test
    void asksForATokenWithoutAnErrorCodeWhenNoneWasSent() {
        Response.Empty empty = (Response.Empty) server.protocol.handle(
                TestRequest.get("/application/o/userinfo/").build(), server.context);
        assertThat(empty.status()).isEqualTo(401);
        assertThat(empty.headers().get("WWW-Authenticate")).isEqualTo("Bearer realm=\"gatewright\"");
    }

    @Test
    void refusesTokensThatAreForgedExpiredRevokedOrOfTheWrongType() {
        JsonObject tokens = server.tokens("shop");
        assertBearer(userInfo("forged"), 401, "invalid_token");
        assertBearer(userInfo(tokens.text("id_token").orElseThrow()), 401, "invalid_token");
        server.directory.with(TestUsers.inactive("ada"));
        assertBearer(userInfo(access(tokens)), 401, "invalid_token");
        server.directory.with(server.ada);
        json(userInfo(access(tokens)));
        server.context.pass(Duration.ofHours(1));
        assertBearer(userInfo(access(tokens)), 401, "invalid_token");
    }

    @Test
    void refusesATokenWithoutOpenid() {
        assertBearer(userInfo(access(server.tokens("shop", "scope", "email"))), 403, "insufficient_scope");
    }

    @Test
    void refusesAClientsOwnTokenForThereIsNoUser() {
        server.register("shop", Map.of("grantTypes", List.of(GrantType.CLIENT_CREDENTIALS)));
        String token = access(json(server.post("shop", Map.of("grant_type", "client_credentials", "scope", "openid"))));
        assertBearer(userInfo(token), 401, "invalid_token");
        assertThat(introspect("shop", token).bool("active")).contains(true);
    }

    @Test
    void introspectsAClientsAccessToken() {
        JsonObject state = introspect("shop", access(server.tokens("shop")));
        assertThat(state.bool("active")).contains(true);
        assertThat(state.text("client_id")).contains("shop");
        assertThat(state.text("username")).contains("ada");
        assertThat(state.text("token_type")).contains("Bearer");
        assertThat(state.text("scope")).contains("openid email profile offline_access");
        assertThat(state.members()).containsKeys("sub", "aud", "iss", "exp", "iat", "jti");
    }

    @Test
    void introspectsAClientsRefreshToken() {
        JsonObject tokens = server.tokens("shop");
        String token = tokens.text("refresh_token").orElseThrow();
        assertThat(introspect("shop", token).bool("active")).contains(true);
        server.refresh("shop", token);
        assertInactive("shop", token);
    }

    @Test
    void saysNothingAboutOtherClientsTokensOrDeadOnes() {
        JsonObject tokens = server.tokens("shop");
        assertInactive("rival", access(tokens));
        assertInactive("rival", tokens.text("refresh_token").orElseThrow());
        assertInactive("shop", "forged");
        assertInactive("shop", tokens.text("id_token").orElseThrow());
        server.context.pass(Duration.ofHours(1));
        assertInactive("shop", access(tokens));
    }

    @Test
    void introspectsOnlyForClientsWithASecret() {
        String path = "/application/o/introspect/";
        assertError(server.call(path, "app", Map.of("token", "x")), 401, "invalid_client");
        assertError(server.call(path, "nobody", Map.of("token", "x")), 401, "invalid_client");
        assertError(server.call(path, "shop", Map.of("token_type_hint", "x")), 400, "invalid_request");
    }

    @Test
    void revokesAnAccessTokenAlone() {
        JsonObject tokens = server.tokens("shop");
        assertRevoked("shop", access(tokens));
        assertBearer(userInfo(access(tokens)), 401, "invalid_token");
        assertInactive("shop", access(tokens));
        json(server.refresh("shop", tokens.text("refresh_token").orElseThrow()));
    }

    @Test
    void revokesAllOfTheGrantWithTheRefreshToken() {
        JsonObject tokens = server.tokens("app");
        assertRevoked("app", tokens.text("refresh_token").orElseThrow());
        assertBearer(userInfo(access(tokens)), 401, "invalid_token");
        assertError(server.refresh("app", tokens.text("refresh_token").orElseThrow()), 400, "invalid_grant");
    }

    @Test
    void leavesOtherClientsTokensAloneAndSaysSuccessToAnything() {
        JsonObject tokens = server.tokens("shop");
        assertRevoked("rival", access(tokens));
        assertRevoked("rival", tokens.text("refresh_token").orElseThrow());
        assertRevoked("shop", "unknown");
        json(userInfo(access(tokens)));
        json(server.refresh("shop", tokens.text("refresh_token").orElseThrow()));
    }

    @Test
    void revokesForClientsOnly() {
        String path = "/application/o/revoke/";
        assertError(server.call(path, "nobody", Map.of("token", "x")), 401, "invalid_client");
        assertError(server.call(path, "shop", Map.of("token_type_hint", "x")), 400, "invalid_request");
    }

    private Response userInfo(String token) {
        return server.protocol.handle(
                TestRequest.get("/application/o/userinfo/").bearer(token).build(), server.context);
    }

    private JsonObject introspect(String client, String token) {
        return json(server.call("/application/o/introspect/", client, Map.of("token", token)));
    }

    private void assertInactive(String client, String token) {
        assertThat(introspect(client, token)).isEqualTo(JsonObject.of("active", false));
    }

    private void assertRevoked(String client, String token) {
        Response response = server.call("/application/o/revoke/", client, Map.of("token", token));
        assertThat(((Response.Empty) response).status()).isEqualTo(200);
    }

    private static void assertBearer(Response response, int status, String error) {
        assertError(response, status, error);
        assertThat(((Response.Json) response).headers().get("WWW-Authenticate"))
                .startsWith("Bearer ")
                .contains("error=\"" + error + "\"");
    }

    private static String access(JsonObject tokens) {
        return tokens.text("access_token").orElseThrow();
    }
}
