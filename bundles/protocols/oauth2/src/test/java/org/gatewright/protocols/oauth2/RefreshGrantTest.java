package org.gatewright.protocols.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatewright.protocols.oauth2.Server.assertError;
import static org.gatewright.protocols.oauth2.Server.json;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.protocol.Access;
import org.junit.jupiter.api.Test;

class RefreshGrantTest {

    private final Server server = new Server();

    @Test
    void renewsTheTokensAndReplacesTheRefreshToken() {
        JsonObject first = server.tokens("shop");
        server.context.pass(Duration.ofMinutes(30));
        JsonObject second = json(server.refresh("shop", refreshToken(first)));

        assertThat(refreshToken(second)).isNotEqualTo(refreshToken(first));
        assertThat(second.text("scope")).isEqualTo(first.text("scope"));
        JsonObject idBefore = server.claims(first.text("id_token").orElseThrow());
        JsonObject idNow = server.claims(second.text("id_token").orElseThrow());
        for (String name : List.of("iss", "sub", "aud", "auth_time", "sid")) {
            assertThat(idNow.get(name)).as(name).isEqualTo(idBefore.get(name));
        }
        assertThat(idNow.has("nonce")).isFalse();
        assertThat(server.claims(second.text("access_token").orElseThrow()).text("gid"))
                .isEqualTo(
                        server.claims(first.text("access_token").orElseThrow()).text("gid"));
    }

    @Test
    void refusesAReusedRefreshTokenAndRevokesTheWholeGrant() {
        String first = refreshToken(server.tokens("shop"));
        String second = refreshToken(json(server.refresh("shop", first)));

        assertError(server.refresh("shop", first), 400, "invalid_grant");

        assertThat(server.grants.all()).isEmpty();
        assertError(server.refresh("shop", second), 400, "invalid_grant");
        assertThat(server.context.audited()).extracting(event -> event.action()).contains("suspicious_request");
    }

    @Test
    void refusesAnotherClientsRefreshTokenAndLeavesItGood() {
        String token = refreshToken(server.tokens("shop"));
        assertError(server.refresh("rival", token), 400, "invalid_grant");
        assertError(server.refresh("app", token), 400, "invalid_grant");
        json(server.refresh("shop", token));
    }

    @Test
    void narrowsTheScopeAndKeepsWhatWasGrantedForTheNextTime() {
        JsonObject narrow = json(server.refresh("shop", refreshToken(server.tokens("shop")), "scope", "email"));
        assertThat(narrow.text("scope")).contains("email");
        assertThat(narrow.has("id_token")).isFalse();
        assertThat(json(server.refresh("shop", refreshToken(narrow))).text("scope"))
                .contains("openid email profile offline_access");
    }

    @Test
    void refusesToWidenTheScopeAndLeavesTheTokenGood() {
        String token = refreshToken(server.tokens("shop"));
        assertError(server.refresh("shop", token, "scope", "openid groups"), 400, "invalid_scope");
        json(server.refresh("shop", token));
    }

    @Test
    void endsWithTheGrantHoweverOftenItIsRenewed() {
        String token = refreshToken(server.tokens("shop"));
        server.context.pass(Duration.ofDays(29));
        JsonObject late = json(server.refresh("shop", token));
        server.context.pass(Duration.ofDays(1).minusMinutes(10));
        JsonObject last = json(server.refresh("shop", refreshToken(late)));
        assertThat(last.integer("expires_in")).contains(600L);
        server.context.pass(Duration.ofMinutes(10));
        assertError(server.refresh("shop", refreshToken(last)), 400, "invalid_grant");
    }

    @Test
    void refusesWhenTheUserMayNoLongerUseTheApplication() {
        String token = refreshToken(server.tokens("shop"));
        server.context.refuse(server.ada, new Access(false, List.of(), Optional.empty()));
        assertError(server.refresh("shop", token), 400, "invalid_grant");
    }

    @Test
    void keepsATokenWithMoreLifeLeftThanTheThreshold() {
        server.register("shop", Map.of("refreshTokenThreshold", Duration.ofDays(10)));
        String token = refreshToken(server.tokens("shop"));
        assertThat(refreshToken(json(server.refresh("shop", token)))).isEqualTo(token);
        server.context.pass(Duration.ofDays(25));
        assertThat(refreshToken(json(server.refresh("shop", token)))).isNotEqualTo(token);
    }

    @Test
    void replacesAPublicClientsTokenWhateverTheThreshold() {
        server.register(
                "app",
                Map.of(
                        "refreshTokenThreshold",
                        Duration.ofDays(10),
                        "clientType",
                        org.gatewright.protocols.oauth2.settings.ClientType.PUBLIC));
        String token = refreshToken(server.tokens("app"));
        assertThat(refreshToken(json(server.refresh("app", token)))).isNotEqualTo(token);
    }

    private static String refreshToken(JsonObject body) {
        return body.text("refresh_token").orElseThrow();
    }
}
