package org.gatewright.protocols.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatewright.protocols.oauth2.Server.GOODBYE;
import static org.gatewright.protocols.oauth2.Server.completed;

import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.protocol.Ending;
import org.gatewright.spi.protocol.FlowOutcome;
import org.gatewright.spi.protocol.FlowRequest;
import org.gatewright.testkit.protocol.TestRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogoutTest {

    private final Server server = new Server();

    @Test
    void signsOutThroughTheInvalidationFlowAndComesBackWithState() {
        Response response = logout(Map.of(
                "id_token_hint", hint(), "post_logout_redirect_uri", GOODBYE, "client_id", "shop", "state", "x y"));
        assertThat(((Response.Redirect) response).to()).hasToString("/if/flow/invalidation/");
        FlowRequest flow = server.context.lastBegun();
        assertThat(flow.flow()).isEqualTo("invalidation");
        assertThat(server.protocol.resume(flow.continuation(), completed(), server.context))
                .isEqualTo(new Ending.Redirect(URI.create(GOODBYE + "?state=x+y")));
        assertThat(server.protocol.resume(flow.continuation(), new FlowOutcome.Denied("No."), server.context))
                .isEqualTo(new Ending.Refused("No."));
    }

    @Test
    void goesToTheStartPageWithoutAnAddress() {
        logout(Map.of("id_token_hint", hint()));
        assertThat(server.protocol.resume(server.context.lastBegun().continuation(), completed(), server.context))
                .isEqualTo(new Ending.Redirect(URI.create("https://id.example.org/")));
    }

    @Test
    void takesAPost() {
        TestRequest request =
                TestRequest.post("/application/o/shop/end-session/").path("application", "shop");
        server.protocol.handle(request.form("id_token_hint", hint()).build(), server.context);
        assertThat(server.context.lastBegun().flow()).isEqualTo("invalidation");
    }

    @ParameterizedTest
    @CsvSource({
        "post_logout_redirect_uri, https://evil.example.org/",
        "post_logout_redirect_uri, https://shop.example.org/callback",
        "post_logout_redirect_uri, https://shop.example.org/goodbye/",
        "client_id, rival",
        "id_token_hint, forged"
    })
    void refusesWhatIsNotRegisteredOrForgedWithoutRedirect(String name, String value) {
        server.context.signIn(server.ada);
        Response response = logout(Map.of(name, value));
        assertThat(((Response.ErrorPage) response).status()).isEqualTo(400);
        assertThat(server.context.begun()).isEmpty();
    }

    @Test
    void asksTheUserWhenNoHintShowsThatTheApplicationMaySaySo() {
        server.context.signIn(server.ada);
        Response question = logout(Map.of("post_logout_redirect_uri", GOODBYE, "state", "<x>"));
        assertThat(server.context.begun()).isEmpty();
        assertThat(((Response.Text) question).body()).contains("The shop asks").doesNotContain("<x>");

        logout(link(question));
        assertThat(server.protocol.resume(server.context.lastBegun().continuation(), completed(), server.context))
                .isEqualTo(new Ending.Redirect(URI.create(GOODBYE + "?state=%3Cx%3E")));
    }

    @Test
    void asksTheUserWhenTheHintIsOfAnotherSession() {
        String hint = hint();
        server.context.signIn(server.ada);
        int before = server.context.begun().size();
        assertThat(logout(Map.of("id_token_hint", hint))).isInstanceOf(Response.Text.class);
        assertThat(server.context.begun()).hasSize(before);
    }

    @Test
    void takesAnAnswerOnceAndOnlyInItsSession() {
        server.context.signIn(server.ada);
        Map<String, String> answer = link(logout(Map.of()));
        server.context.signIn(server.ada);
        assertThat(logout(answer)).isInstanceOf(Response.Text.class);

        Map<String, String> own = link(logout(Map.of()));
        logout(own);
        assertThat(server.context.begun()).hasSize(1);
        assertThat(logout(own)).isInstanceOf(Response.Text.class);
    }

    @Test
    void goesStraightBackWhenNobodyIsSignedIn() {
        assertThat(logout(Map.of("post_logout_redirect_uri", GOODBYE)))
                .isEqualTo(new Response.Redirect(URI.create(GOODBYE)));
    }

    private String hint() {
        return server.tokens("shop").text("id_token").orElseThrow();
    }

    private Response logout(Map<String, String> parameters) {
        return server.protocol.handle(
                TestRequest.get("/application/o/shop/end-session/")
                        .path("application", "shop")
                        .with(parameters)
                        .build(),
                server.context);
    }

    private static Map<String, String> link(Response question) {
        Matcher link = Pattern.compile("href=\"([^\"]+)\"").matcher(((Response.Text) question).body());
        assertThat(link.find()).isTrue();
        return Server.query(URI.create("https://id.example.org/" + link.group(1).replace("&amp;", "&")));
    }
}
