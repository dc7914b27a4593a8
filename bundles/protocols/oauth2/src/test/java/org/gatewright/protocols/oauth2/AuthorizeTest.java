package org.gatewright.protocols.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatewright.protocols.oauth2.Server.CALLBACK;
import static org.gatewright.protocols.oauth2.Server.ISSUER;
import static org.gatewright.protocols.oauth2.Server.completed;
import static org.gatewright.protocols.oauth2.Server.query;
import static org.gatewright.protocols.oauth2.Server.wish;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.protocols.oauth2.settings.RedirectUriType;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.protocol.Access;
import org.gatewright.spi.protocol.Ending;
import org.gatewright.spi.protocol.FlowOutcome;
import org.gatewright.spi.protocol.FlowRequest;
import org.gatewright.spi.protocol.FlowStart;
import org.gatewright.spi.stage.FactNames;
import org.gatewright.testkit.directory.TestUsers;
import org.gatewright.testkit.protocol.FakePages;
import org.gatewright.testkit.protocol.TestRequest;
import org.junit.jupiter.api.Test;

class AuthorizeTest {

    private final Server server = new Server();

    @Test
    void answersASignedInUserWithCodeStateAndIssuer() {
        server.context.signIn(server.ada);
        Response response = server.authorize(wish("shop"));

        assertThat(((Response.Redirect) response).to().toString()).startsWith(CALLBACK + "?");
        assertThat(query(response)).containsOnlyKeys("code", "state", "iss");
        assertThat(query(response)).containsEntry("state", "st/ate 1").containsEntry("iss", ISSUER);
        assertThat(server.context.audited()).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo("authorize_application");
            assertThat(event.user()).contains(server.ada);
            assertThat(event.context().text("authorized_application")).contains("shop");
        });
    }

    @Test
    void takesAPostAndAnswersByForm() {
        server.context.signIn(server.ada);
        Response response = server.protocol.handle(
                TestRequest.post("/application/o/authorize/")
                        .with(wish("shop", "response_mode", "form_post"))
                        .build(),
                server.context);
        assertThat(((Response.AutoSubmit) response).fields()).containsOnlyKeys("code", "state", "iss");
    }

    @Test
    void keepsTheQueryOfTheRegisteredAddress() {
        String uri = "https://shop.example.org/callback?tenant=7";
        server.register("shop", Map.of("redirectUris", List.of(Server.uri(uri, RedirectUriType.AUTHORIZATION))));
        server.context.signIn(server.ada);
        assertThat(query(server.authorize(wish("shop", "redirect_uri", uri))))
                .containsEntry("tenant", "7")
                .containsKey("code");
    }

    @Test
    void sendsAVisitorToTheSignInAndThenOnToConsent() {
        Response response = server.authorize(wish("shop", "login_hint", "ada"));
        assertThat(((Response.Redirect) response).to()).hasToString("/if/flow/authentication/");
        FlowRequest signIn = server.context.lastBegun();
        assertThat(signIn.facts().text(FactNames.PENDING_USER_IDENTIFIER)).contains("ada");
        assertThat(signIn.interactive()).isTrue();

        server.context.signIn(server.ada);
        FlowRequest consent = next(signIn);
        assertThat(consent.flow()).isEqualTo("authorization");
        assertThat(consent.facts().objects(FactNames.CONSENT_PERMISSIONS))
                .extracting(permission -> permission.text("id").orElseThrow())
                .containsExactly("openid", "email", "profile", "offline_access");
        assertThat(consent.facts().text(FactNames.CONSENT_HEADER)).contains("You are about to sign in to The shop.");
        assertThat(consent.facts().has(FactNames.CONSENT_REQUIRED)).isFalse();

        Ending.Redirect end = (Ending.Redirect) resume(consent);
        assertThat(query(end.to())).containsOnlyKeys("code", "state", "iss");
    }

    @Test
    void signsInAgainForPromptLoginAndNotASecondTime() {
        server.context.signIn(server.ada);
        server.context.pass(Duration.ofMinutes(5));
        FlowRequest signIn = begun(wish("shop", "prompt", "login"));
        assertThat(signIn.flow()).isEqualTo("authentication");

        assertThat(query(((Ending.Redirect) resume(signIn)).to())).containsEntry("error", "login_required");

        server.context.pass(Duration.ofSeconds(30));
        server.context.signIn(server.ada);
        assertThat(next(signIn).flow()).isEqualTo("authorization");
    }

    @Test
    void letsTheUserSelectAnAccountBySigningIn() {
        server.context.signIn(server.ada);
        assertThat(begun(wish("shop", "prompt", "select_account")).flow()).isEqualTo("authentication");
    }

    @Test
    void signsInAgainWhenTheSessionIsOlderThanMaxAge() {
        server.context.signIn(server.ada);
        server.context.pass(Duration.ofSeconds(61));
        assertThat(begun(wish("shop", "max_age", "61")).flow()).isEqualTo("authorization");

        FlowRequest signIn = begun(wish("shop", "max_age", "60"));
        assertThat(signIn.flow()).isEqualTo("authentication");
        assertThat(query(((Ending.Redirect) resume(signIn)).to())).containsEntry("error", "login_required");

        server.context.signIn(server.ada);
        assertThat(next(signIn).flow()).isEqualTo("authorization");
    }

    @Test
    void takesMaxAgeZeroAsPromptLogin() {
        server.context.signIn(server.ada);
        FlowRequest signIn = begun(wish("shop", "max_age", "0"));
        assertThat(signIn.flow()).isEqualTo("authentication");
        server.context.pass(Duration.ofSeconds(2));
        server.context.signIn(server.ada);
        assertThat(next(signIn).flow()).isEqualTo("authorization");
    }

    @Test
    void asksForConsentAgainForPromptConsent() {
        server.context.signIn(server.ada);
        assertThat(begun(wish("shop", "prompt", "consent")).facts().bool(FactNames.CONSENT_REQUIRED))
                .contains(true);
    }

    @Test
    void givesNoCodeForPromptConsentUnlessTheUserAgreedInThisFlow() {
        server.context.signIn(server.ada);
        assertThat(query(server.authorize(wish("shop", "prompt", "consent"))))
                .containsEntry("error", "consent_required")
                .containsEntry("state", "st/ate 1")
                .doesNotContainKey("code");

        FlowRequest consent = begun(wish("shop", "prompt", "login consent"));
        server.context.signIn(server.ada);
        consent = next(consent);
        assertThat(query(((Ending.Redirect) resume(consent)).to())).containsEntry("error", "consent_required");
        assertThat(query(((Ending.Redirect) agree(consent)).to())).containsKey("code");
        assertThat(server.context.audited()).hasSize(1);
    }

    @Test
    void asksNothingForPromptNoneWhenTheSessionIsTooOldOrTheFlowRefuses() {
        server.context.signIn(server.ada);
        server.context.pass(Duration.ofSeconds(61));
        assertThat(query(server.authorize(wish("shop", "prompt", "none", "max_age", "60"))))
                .containsEntry("error", "login_required");
        assertThat(query(server.authorize(wish("shop", "prompt", "none", "max_age", "0"))))
                .containsEntry("error", "login_required");
        assertThat(server.context.begun()).isEmpty();

        server.context.flows(
                request -> FakePages.finished(request, new FlowOutcome.Denied("No."), server.protocol, server.context));
        assertThat(query(server.authorize(wish("shop", "prompt", "none")))).containsEntry("error", "access_denied");
    }

    @Test
    void takesNoOlderSignInForTheFreshOneWhateverElseIsAsked() {
        server.context.signIn(server.ada);
        server.context.pass(Duration.ofSeconds(5));
        for (Map<String, String> wish : List.of(
                wish("shop", "prompt", "login", "max_age", "3600"),
                wish("shop", "prompt", "select_account"),
                wish("shop", "max_age", "0"))) {
            FlowRequest signIn = begun(wish);
            assertThat(signIn.flow()).isEqualTo("authentication");
            assertThat(query(((Ending.Redirect) resume(signIn)).to())).containsEntry("error", "login_required");
        }
    }

    @Test
    void asksNothingForPromptNone() {
        assertThat(query(server.authorize(wish("shop", "prompt", "none")))).containsEntry("error", "login_required");
        assertThat(server.context.begun()).isEmpty();

        server.context.signIn(server.ada);
        assertThat(query(server.authorize(wish("shop", "prompt", "none")))).containsKey("code");
        assertThat(server.context.lastBegun().interactive()).isFalse();

        server.context.flows(request -> new FlowStart.InteractionRequired());
        assertThat(query(server.authorize(wish("shop", "prompt", "none")))).containsEntry("error", "consent_required");
    }

    @Test
    void tellsARefusalOfPoliciesToThePersonOrForPromptNoneToTheClient() {
        server.context.signIn(server.ada);
        Access no = new Access(false, List.of("Staff only."), Optional.of("ref-1"));
        server.context.flows(request -> new FlowStart.Refused(no));

        Response.ErrorPage page = (Response.ErrorPage) server.authorize(wish("shop"));
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.message()).isEqualTo("Staff only.");
        assertThat(page.reference()).contains("ref-1");
        assertThat(query(server.authorize(wish("shop", "prompt", "none")))).containsEntry("error", "access_denied");
    }

    @Test
    void tellsTheClientWhenTheUserDeclines() {
        server.context.signIn(server.ada);
        FlowRequest consent = begun(wish("shop"));
        Ending ending = server.protocol.resume(
                consent.continuation(), new FlowOutcome.Denied("The user said no."), server.context);
        assertThat(query(((Ending.Redirect) ending).to())).containsEntry("error", "access_denied");
    }

    @Test
    void demandsTheUserOfTheIdTokenHint() {
        String hint = server.tokens("shop").text("id_token").orElseThrow();
        assertThat(query(server.authorize(wish("shop", "id_token_hint", hint, "prompt", "none"))))
                .containsKey("code");
        assertThat(query(server.authorize(wish("rival", "id_token_hint", hint))))
                .containsEntry("error", "invalid_request");

        User bob = TestUsers.active("bob");
        server.directory.with(bob);
        server.context.signIn(bob);
        assertThat(query(server.authorize(wish("shop", "id_token_hint", hint, "prompt", "none"))))
                .containsEntry("error", "login_required");
        FlowRequest signIn = begun(wish("shop", "id_token_hint", hint));
        assertThat(signIn.flow()).isEqualTo("authentication");
        assertThat(query(((Ending.Redirect) resume(signIn)).to())).containsEntry("error", "login_required");
    }

    @Test
    void givesNoCodeToAnotherUserThanTheOneWhoAgreed() {
        server.context.signIn(server.ada);
        FlowRequest consent = begun(wish("shop"));
        User bob = TestUsers.active("bob");
        server.directory.with(bob);
        server.context.signIn(bob);
        assertThat(query(((Ending.Redirect) resume(consent)).to())).containsEntry("error", "login_required");
    }

    @Test
    void givesNoCodeWhenTheAddressWasTakenAwayMeanwhile() {
        server.context.signIn(server.ada);
        FlowRequest consent = begun(wish("shop"));
        server.register("shop", Map.of("redirectUris", List.of()));
        assertThat(resume(consent)).isInstanceOf(Ending.Refused.class);
    }

    @Test
    void takesASessionOfAnInactiveUserForNone() {
        server.directory.with(TestUsers.inactive("ada"));
        server.context.signIn(server.ada);
        assertThat(begun(wish("shop")).flow()).isEqualTo("authentication");
    }

    private FlowRequest begun(Map<String, String> wish) {
        server.authorize(wish);
        return server.context.lastBegun();
    }

    private FlowRequest next(FlowRequest flow) {
        return ((Ending.Next) resume(flow)).flow();
    }

    private Ending agree(FlowRequest flow) {
        FlowOutcome agreed = new FlowOutcome.Completed(JsonObject.of(FactNames.CONSENT_GIVEN, true));
        return server.protocol.resume(flow.continuation(), agreed, server.context);
    }

    private Ending resume(FlowRequest flow) {
        return server.protocol.resume(flow.continuation(), completed(), server.context);
    }
}
