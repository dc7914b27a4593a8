package org.gatewright.protocols.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatewright.protocols.oauth2.Server.ISSUER;
import static org.gatewright.protocols.oauth2.Server.assertError;
import static org.gatewright.protocols.oauth2.Server.json;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.protocols.oauth2.settings.GrantType;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.protocol.Access;
import org.gatewright.testkit.directory.TestUsers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeGrantTest {

    private final Server server = new Server();

    @Test
    void givesTokensThatSayWhatTheRfcsDemand() {
        Response response = server.redeem("shop", server.code("shop"));
        assertThat(((Response.Json) response).headers())
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Pragma", "no-cache");
        JsonObject body = json(response);
        assertThat(body.members())
                .containsOnlyKeys("access_token", "token_type", "expires_in", "scope", "refresh_token", "id_token");
        assertThat(body.text("token_type")).contains("Bearer");
        assertThat(body.integer("expires_in")).contains(3600L);
        assertThat(body.text("scope")).contains("openid email profile offline_access");

        JsonObject access = server.signer
                .verify("at+jwt", body.text("access_token").orElseThrow())
                .orElseThrow();
        assertThat(access.members())
                .containsOnlyKeys("iss", "sub", "aud", "client_id", "jti", "iat", "exp", "scope", "gid", "auth_time");
        assertThat(access.text("iss")).contains(ISSUER);
        assertThat(access.text("aud")).contains("shop");
        assertThat(access.integer("exp")).contains(server.context.now().getEpochSecond() + 3600);
    }

    @Test
    void givesAnIdTokenBoundToRequestAndAccessToken() {
        JsonObject body = server.tokens("shop");
        JsonObject id =
                server.signer.verify("JWT", body.text("id_token").orElseThrow()).orElseThrow();

        assertThat(id.text("iss")).contains(ISSUER);
        assertThat(id.text("aud")).contains("shop");
        assertThat(id.text("nonce")).contains("n-1");
        assertThat(id.texts("amr")).containsExactly("pwd");
        assertThat(id.integer("auth_time")).contains(server.context.now().getEpochSecond());
        assertThat(id.text("sub").orElseThrow()).hasSize(64);
        assertThat(id.text("sub"))
                .isEqualTo(
                        server.claims(body.text("access_token").orElseThrow()).text("sub"));
        assertThat(id.text("at_hash").orElseThrow()).hasSize(22);
        assertThat(id.text("email")).contains("ada@example.org");
        assertThat(id.bool("email_verified")).contains(false);
        assertThat(id.text("preferred_username")).contains("ada");
        assertThat(id.texts("groups")).containsExactly("staff");
    }

    @Test
    void keepsClaimsOutOfTheIdTokenIfTheSettingSaysSo() {
        server.register("shop", Map.of("includeClaimsInIdToken", false));
        assertThat(server.claims(server.tokens("shop").text("id_token").orElseThrow())
                        .has("email"))
                .isFalse();
    }

    @Test
    void signsWithTheKeyOfTheProvider() {
        UUID key = UUID.randomUUID();
        server.register("shop", Map.of("signingKey", Optional.of(key)));
        JsonObject body = server.tokens("shop");
        assertThat(server.signer.keyOf(body.text("id_token").orElseThrow())).contains(key);
        assertThat(server.signer.keyOf(body.text("access_token").orElseThrow())).contains(key);
    }

    @Test
    void givesNoIdTokenWithoutOpenidAndNoRefreshTokenWithoutOfflineAccess() {
        JsonObject body = server.tokens("shop", "scope", "email unheard_of");
        assertThat(body.members()).containsOnlyKeys("access_token", "token_type", "expires_in", "scope");
        assertThat(body.text("scope")).contains("email");
        assertThat(server.grants.all()).singleElement().satisfies(grant -> {
            assertThat(grant.outlivesSession()).isFalse();
            assertThat(grant.session()).isEqualTo(server.context.session().map(session -> session.id()));
        });
    }

    @Test
    void givesNoRefreshTokenToAClientThatMayNotRefresh() {
        server.register("shop", Map.of("grantTypes", List.of(GrantType.AUTHORIZATION_CODE)));
        JsonObject body = server.tokens("shop");
        assertThat(body.has("refresh_token")).isFalse();
        assertThat(body.text("scope")).contains("openid email profile");
    }

    @Test
    void refusesAReplayedCodeAndRevokesWhatTheFirstUseGave() {
        String code = server.code("shop");
        String accessToken =
                json(server.redeem("shop", code)).text("access_token").orElseThrow();
        assertThat(server.grants.all()).hasSize(1);

        assertError(server.redeem("shop", code), 400, "invalid_grant");

        assertThat(server.grants.all()).isEmpty();
        assertThat(server.claims(accessToken).text("gid")).isPresent();
        assertThat(server.context.audited())
                .filteredOn(event -> event.action().equals("suspicious_request"))
                .hasSize(1);
    }

    @Test
    void refusesAnotherClientsCodeAndLeavesItGood() {
        String code = server.code("shop");
        assertError(server.redeem("rival", code), 400, "invalid_grant");
        json(server.redeem("shop", code));

        assertError(server.redeem("rival", code), 400, "invalid_grant");
        assertThat(server.grants.all()).hasSize(1);
    }

    @Test
    void refusesAnExpiredAndAnUnknownCode() {
        String code = server.code("shop");
        server.context.pass(Duration.ofMinutes(1));
        assertError(server.redeem("shop", code), 400, "invalid_grant");
        assertError(server.redeem("shop", "never issued"), 400, "invalid_grant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "wrong",
                "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXX",
                "dBjftJeZ4CVP+mB92K27uhbUJU1p1r/wW1gFWFOEjXk"
            })
    void refusesAMissingOrWrongVerifierAndUsesTheCodeUp(String verifier) {
        String code = server.code("shop");
        assertError(server.redeem("shop", code, "code_verifier", verifier), 400, "invalid_grant");
        assertError(server.redeem("shop", code), 400, "invalid_grant");
        assertThat(server.grants.all()).isEmpty();
    }

    @Test
    void refusesAVerifierThatNoChallengeAskedFor() {
        String code = server.code("shop", "code_challenge", "", "code_challenge_method", "");
        assertError(server.redeem("shop", code), 400, "invalid_grant");
    }

    @Test
    void redeemsWithoutPkceForAConfidentialClient() {
        String code = server.code("shop", "code_challenge", "", "code_challenge_method", "");
        json(server.redeem("shop", code, "code_verifier", ""));
    }

    @Test
    void redeemsForAPublicClientByVerifierAlone() {
        json(server.redeem("app", server.code("app")));
    }

    @Test
    void refusesAnotherRedirectUriThanTheOneAskedWith() {
        assertError(server.redeem("shop", server.code("shop"), "redirect_uri", Server.GOODBYE), 400, "invalid_grant");
        assertError(server.redeem("shop", server.code("shop"), "redirect_uri", ""), 400, "invalid_request");
    }

    @Test
    void refusesWhenTheUserMayNoLongerUseTheApplication() {
        String code = server.code("shop");
        server.context.refuse(server.ada, new Access(false, List.of(), Optional.empty()));
        assertError(server.redeem("shop", code), 400, "invalid_grant");
    }

    @Test
    void refusesWhenTheUserIsNoLongerActive() {
        String code = server.code("shop");
        server.directory.with(TestUsers.inactive("ada"));
        assertError(server.redeem("shop", code), 400, "invalid_grant");
        assertThat(server.grants.all()).isEmpty();
    }
}
