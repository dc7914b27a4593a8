package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Client;
import org.gatewright.itests.support.Condition;
import org.gatewright.itests.support.SharedServer;
import org.gatewright.itests.support.Visitor;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What clients demand of sign-in and consent (OpenID Connect Core section 3.1.2.1), over the default flows. */
class PromptIT {

    private static final String SIGN_IN = "/if/flow/default-authentication-flow/";
    private static final String CONSENT = "/if/flow/default-provider-authorization-explicit-consent/";

    private static Client silent;
    private static Client asking;

    @BeforeAll
    static void start() {
        silent = Client.register(
                SharedServer.administrator(), "prompt-silent", "http://localhost:5020/cb", JsonObject.empty());
        asking = asking("prompt-asking", "http://localhost:5021/cb");
    }

    @Test
    void consentIsAskedAgainWhereTheFlowAsks() {
        Visitor visitor = signedIn();

        assertThat(agree(visitor, location(visitor, asking, Map.of()))).contains("code=");
        assertThat(location(visitor, asking, Map.of())).as("remembered").contains("code=");
        String again = location(visitor, asking, Map.of("prompt", "consent"));
        assertThat(again).startsWith(CONSENT);
        assertThat(agree(visitor, again)).contains("code=");
    }

    @Test
    void consentThatTheFlowDoesNotAskForIsMissing() {
        Visitor visitor = signedIn();

        assertThat(location(visitor, silent, Map.of())).contains("code=");
        assertThat(location(visitor, silent, Map.of("prompt", "consent")))
                .startsWith(silent.redirectUri())
                .contains("error=consent_required", "state=s-1")
                .doesNotContain("code=");
    }

    @Test
    void signInIsDemandedAgain() {
        Visitor visitor = signedIn();
        Instant later = Instant.now().plusSeconds(2);
        Condition.await("the sign-in is some seconds old", Duration.ofSeconds(10), () -> Instant.now()
                .isAfter(later));

        for (Map<String, String> demand :
                List.of(Map.of("prompt", "login"), Map.of("max_age", "0"), Map.of("max_age", "1"))) {
            String page = location(visitor, silent, demand);
            assertThat(page).as(demand.toString()).startsWith(SIGN_IN);
            assertThat(visitor.challenge(page).text("component")).contains("ak-stage-identification");
        }
        String page = location(visitor, silent, Map.of("prompt", "login"));
        assertThat(followed(visitor, visitor.signIn(page, Administrator.MAIL, Administrator.PASSWORD)))
                .contains("code=");
        assertThat(location(visitor, silent, Map.of("max_age", "3600"))).contains("code=");
    }

    @Test
    void nothingIsEverShownForPromptNone() {
        Visitor nobody = new Visitor(SharedServer.get().base());
        Visitor visitor = signedIn();
        Client unknown = asking("prompt-unknown", "http://localhost:5022/cb");

        assertThat(location(nobody, silent, Map.of("prompt", "none"))).contains("error=login_required");
        assertThat(location(visitor, silent, Map.of("prompt", "none", "max_age", "0")))
                .contains("error=login_required");
        assertThat(location(visitor, unknown, Map.of("prompt", "none"))).contains("error=consent_required");
        assertThat(location(visitor, silent, Map.of("prompt", "none"))).contains("code=");
    }

    /** An application whose flow asks for consent. */
    private static Client asking(String slug, String redirectUri) {
        Administrator administrator = SharedServer.administrator();
        JsonObject flow = administrator.get("flows/instances/default-provider-authorization-explicit-consent/");
        JsonObject settings =
                JsonObject.of("authorization_flow", flow.text("pk").orElseThrow());
        return Client.register(administrator, slug, redirectUri, settings);
    }

    private static String agree(Visitor visitor, String page) {
        assertThat(page).startsWith(CONSENT);
        JsonObject challenge = visitor.challenge(page);
        assertThat(challenge.text("component")).contains("ak-stage-consent");
        JsonObject end = visitor.answer(
                page,
                JsonObject.of("component", "ak-stage-consent")
                        .with("token", challenge.text("token").orElseThrow()));
        return followed(visitor, end.text("to").orElseThrow());
    }

    /** Follows redirects of the server itself. */
    private static String followed(Visitor visitor, String target) {
        return target.startsWith("/") ? followed(visitor, location(visitor.get(target))) : target;
    }

    private static String location(Visitor visitor, Client client, Map<String, String> parameters) {
        return location(visitor.get(client.authorize(parameters)));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    }

    private static Visitor signedIn() {
        Visitor visitor = new Visitor(SharedServer.get().base());
        visitor.signIn(SIGN_IN, Administrator.MAIL, Administrator.PASSWORD);
        return visitor;
    }
}
