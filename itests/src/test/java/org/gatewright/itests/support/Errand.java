package org.gatewright.itests.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.Supplier;

/** One sign-in with what follows it: what was sent, and what of it the server has acknowledged. Empty texts are what has not come yet. */
final class Errand {

    /** How often something can be redeemed from now on. */
    private enum Times {
        ONCE,
        ONCE_AT_MOST,
        NEVER
    }

    private final Client client;
    private final Visitor visitor;
    private volatile String code = "";
    private volatile boolean codeSent;
    private volatile String accessToken = "";
    private volatile String refreshToken = "";
    private volatile boolean refreshTokenSent;
    private volatile String renewedToken = "";

    Errand(Client client, Visitor visitor) {
        this.client = client;
        this.visitor = visitor;
    }

    /** Signs in; then exchanges the code, and then the refresh token, if the errand is so long. */
    void run(String user, String password, int length) {
        code = client.code(visitor, user, password, Map.of());
        if (length > 0) {
            codeSent = true;
            HttpResponse<String> tokens = client.exchange(visitor, code, Map.of());
            accessToken = Client.member(tokens, "access_token");
            refreshToken = Client.member(tokens, "refresh_token");
        }
        if (length > 1) {
            refreshTokenSent = true;
            renewedToken = Client.member(client.refresh(visitor, refreshToken), "refresh_token");
        }
    }

    boolean hasCode() {
        return !code.isEmpty();
    }

    boolean hasTokens() {
        return !refreshToken.isEmpty();
    }

    boolean hasRenewed() {
        return !renewedToken.isEmpty();
    }

    /** Checks all that was acknowledged. The code comes last: using it again ends what came of it. */
    void assertThatNothingIsLost() {
        if (!hasCode()) {
            return;
        }
        assertThat(client.silentCode(visitor)).as("a code for the session").isNotEmpty();
        if (hasTokens()) {
            assertThat(userInfo()).as("the status for the access token").isEqualTo(200);
            assertRefreshTokens();
        }
        Times ofCode = !codeSent ? Times.ONCE : hasTokens() ? Times.NEVER : Times.ONCE_AT_MOST;
        assertRedeemable("the code", ofCode, () -> client.exchange(visitor, code, Map.of()));
    }

    private void assertRefreshTokens() {
        if (hasRenewed()) {
            assertRedeemable("the renewed token", Times.ONCE, () -> client.refresh(visitor, renewedToken));
            assertRedeemable("the old token", Times.NEVER, () -> client.refresh(visitor, refreshToken));
        } else {
            Times ofToken = refreshTokenSent ? Times.ONCE_AT_MOST : Times.ONCE;
            assertRedeemable("the refresh token", ofToken, () -> client.refresh(visitor, refreshToken));
        }
    }

    private static void assertRedeemable(String what, Times times, Supplier<HttpResponse<String>> use) {
        HttpResponse<String> first = use.get();
        switch (times) {
            case ONCE ->
                assertThat(first.statusCode()).as(what + ": " + first.body()).isEqualTo(200);
            case ONCE_AT_MOST ->
                assertThat(first.statusCode()).as(what + ": " + first.body()).isIn(200, 400);
            case NEVER ->
                assertThat(first.statusCode()).as(what + ": " + first.body()).isEqualTo(400);
        }
        HttpResponse<String> second = use.get();
        assertThat(second.statusCode()).as(what + " again: " + second.body()).isEqualTo(400);
    }

    private int userInfo() {
        return visitor.get("/application/o/userinfo/", "Authorization", "Bearer " + accessToken)
                .statusCode();
    }
}
