package org.gatewright.protocols.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatewright.protocols.saml.Server.message;
import static org.gatewright.protocols.saml.Server.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.protocol.Access;
import org.gatewright.spi.protocol.Ending;
import org.gatewright.spi.protocol.FlowOutcome;
import org.gatewright.spi.protocol.FlowRequest;
import org.gatewright.spi.protocol.FlowStart;
import org.gatewright.spi.stage.FactNames;
import org.gatewright.testkit.directory.TestUsers;
import org.gatewright.testkit.protocol.FakePages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensaml.saml.saml2.core.StatusCode;

/** From a request through the flows to the answer. */
class FlowTest {

    private static final String CLASSES = "urn:oasis:names:tc:SAML:2.0:ac:classes:";

    private final Server server = new Server();

    @Test
    void sendsAVisitorToTheSignInAndThenOn() {
        Response response = server.redirect(Wish.redirect().xml());
        assertThat(((Response.Redirect) response).to()).hasToString("/if/flow/authentication/");

        server.context.pass(Duration.ofMinutes(1));
        server.context.signIn(server.ada);
        FlowRequest agreement = next(server.context.lastBegun());
        assertThat(agreement.flow()).isEqualTo("authorization");
        assertThat(agreement.facts().text(FactNames.CONSENT_HEADER)).contains("You are about to sign in to The wiki.");
        assertThat(message(ended(agreement)).getInResponseTo()).isEqualTo("_wish-1");
        assertThat(server.context.audited()).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo("authorize_application");
            assertThat(event.user()).contains(server.ada);
            assertThat(event.context().text("authorized_application")).contains("wiki");
            assertThat(event.context().text("service_provider")).contains(Server.PARTY);
        });
    }

    @Test
    void ofTwoFlowsForOneRequestOneIsAnswered() {
        server.context.signIn(server.ada);
        server.context.flows(FakePages::page);
        server.redirect(Wish.redirect().xml());
        FlowRequest first = server.context.lastBegun();
        server.redirect(Wish.redirect().xml());
        FlowRequest second = server.context.lastBegun();

        assertThat(message(ended(first))).isNotNull();
        assertThat(resume(second, Server.completed())).isInstanceOf(Ending.Refused.class);
        assertThat(server.context.audited()).hasSize(1);
    }

    @Test
    void forcesASignInThoughThereIsASession() {
        server.context.signIn(server.ada);
        server.context.pass(Duration.ofMinutes(1));
        Response response =
                server.redirect(Wish.redirect().with("ForceAuthn=\"true\"").xml());
        assertThat(((Response.Redirect) response).to()).hasToString("/if/flow/authentication/");
        FlowRequest signIn = server.context.lastBegun();

        assertThat(status(FakePages.answer(resume(signIn, Server.completed()), server.context)))
                .containsExactly(StatusCode.RESPONDER, StatusCode.AUTHN_FAILED);

        server.redirect(Wish.redirect().id("_2").with("ForceAuthn=\"1\"").xml());
        server.context.pass(Duration.ofSeconds(5));
        server.context.signIn(server.ada);
        assertThat(message(ended(next(server.context.lastBegun()))).getInResponseTo())
                .isEqualTo("_2");
    }

    @Test
    void asksNothingOfAPassiveVisitor() {
        Wish passive = Wish.redirect().with("IsPassive=\"true\"");
        assertThat(status(server.redirect(passive.xml()))).containsExactly(StatusCode.RESPONDER, StatusCode.NO_PASSIVE);
        assertThat(server.context.begun()).isEmpty();

        server.context.signIn(server.ada);
        assertThat(status(server.redirect(passive.with("ForceAuthn=\"true\"").xml())))
                .containsExactly(StatusCode.RESPONDER, StatusCode.NO_PASSIVE);
        server.context.flows(request -> new FlowStart.InteractionRequired());
        assertThat(status(server.redirect(passive.xml()))).containsExactly(StatusCode.RESPONDER, StatusCode.NO_PASSIVE);
        assertThat(server.context.lastBegun().interactive()).isFalse();
    }

    @Test
    void answersAPassiveVisitorWhoIsSignedIn() {
        server.context.signIn(server.ada);
        assertThat(message(server.redirect(
                                Wish.redirect().with("IsPassive=\"true\"").xml()))
                        .getAssertions())
                .hasSize(1);
    }

    @Test
    void tellsThePersonThatAPolicyRefuses() {
        server.context.signIn(server.ada);
        Access access = new Access(false, List.of("Not on Sundays."), Optional.of("ref-1"));
        server.context.flows(request -> new FlowStart.Refused(access));
        Response.ErrorPage page =
                (Response.ErrorPage) server.redirect(Wish.redirect().xml());
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.message()).isEqualTo("Not on Sundays.");
        assertThat(page.reference()).contains("ref-1");
        assertThat(status(server.redirect(
                        Wish.redirect().with("IsPassive=\"true\"").xml())))
                .containsExactly(StatusCode.RESPONDER, StatusCode.REQUEST_DENIED);
    }

    @Test
    void tellsTheServiceProviderThatTheUserDeclined() {
        server.redirect(Wish.redirect().xml());
        FlowRequest signIn = server.context.lastBegun();
        assertThat(status(FakePages.answer(resume(signIn, new FlowOutcome.Denied("no")), server.context)))
                .containsExactly(StatusCode.RESPONDER, StatusCode.REQUEST_DENIED);
    }

    @Test
    void answersNobodyElseThanWhoAgreed() {
        server.context.signIn(server.ada);
        server.context.flows(FakePages::page);
        server.redirect(Wish.redirect().xml());
        FlowRequest agreement = server.context.lastBegun();
        server.directory.with(TestUsers.active("eve"));
        server.context.signIn(TestUsers.active("eve"));
        assertThat(status(FakePages.answer(resume(agreement, Server.completed()), server.context)))
                .containsExactly(StatusCode.RESPONDER, StatusCode.AUTHN_FAILED);
        assertThat(server.context.audited()).isEmpty();
    }

    @Test
    void answersNobodyWhenTheApplicationWasChangedMeanwhile() {
        server.redirect(Wish.redirect().xml());
        FlowRequest signIn = server.context.lastBegun();
        server.context.signIn(server.ada);
        server.register(Map.of("acsUrl", Optional.of("https://elsewhere.example.org/acs")));
        assertThat(resume(signIn, Server.completed())).isInstanceOf(Ending.Refused.class);
        assertThat(server.protocol.resume(
                        new org.gatewright.spi.protocol.Continuation("other", JsonObject.empty()),
                        Server.completed(),
                        server.context))
                .isInstanceOf(Ending.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "exact, PasswordProtectedTransport, true",
        "exact, Password, true",
        "exact, unspecified, true",
        "exact, Kerberos, false",
        "minimum, Password, true",
        "better, PasswordProtectedTransport, false",
        "better, Password, true",
        "maximum, PasswordProtectedTransport, true",
        "maximum, unspecified, false",
        "better, Kerberos, false"
    })
    void comparesTheWayOfTheSignIn(String comparison, String name, boolean met) {
        server.context.signIn(server.ada);
        Response response = server.redirect(Wish.redirect()
                .with("IsPassive=\"true\"")
                .containing(context(comparison, CLASSES + name))
                .xml());
        if (met) {
            assertThat(message(response).getAssertions()).hasSize(1);
        } else {
            assertThat(status(response)).containsExactly(StatusCode.RESPONDER, StatusCode.NO_PASSIVE);
        }
    }

    @Test
    void aPasswordIsNotTwoFactors() {
        server.redirect(Wish.redirect()
                .containing(context("exact", "https://refeds.org/profile/mfa"))
                .xml());
        server.context.pass(Duration.ofSeconds(1));
        server.context.signIn(server.ada);
        assertThat(status(FakePages.answer(resume(server.context.lastBegun(), Server.completed()), server.context)))
                .containsExactly(StatusCode.RESPONDER, StatusCode.NO_AUTHN_CONTEXT);
    }

    @Test
    void beginsHere() {
        server.register(Map.of("defaultRelayState", Optional.of("/home")));
        server.context.signIn(server.ada);
        Response.AutoSubmit form = (Response.AutoSubmit) server.get("sso/binding/init/");
        assertThat(form.fields()).containsEntry("RelayState", "/home");
        var response = message(form);
        assertThat(response.getInResponseTo()).isNull();
        assertThat(response.getAssertions()
                        .get(0)
                        .getSubject()
                        .getSubjectConfirmations()
                        .get(0)
                        .getSubjectConfirmationData()
                        .getInResponseTo())
                .isNull();
        assertThat(message(server.get("sso/binding/init/"))).isNotNull();
    }

    private static String context(String comparison, String uri) {
        return "<samlp:RequestedAuthnContext Comparison=\"" + comparison + "\"><saml:AuthnContextClassRef>" + uri
                + "</saml:AuthnContextClassRef></samlp:RequestedAuthnContext>";
    }

    private FlowRequest next(FlowRequest flow) {
        return ((Ending.Next) resume(flow, Server.completed())).flow();
    }

    private Response ended(FlowRequest flow) {
        return FakePages.answer(resume(flow, Server.completed()), server.context);
    }

    private Ending resume(FlowRequest flow, FlowOutcome outcome) {
        return server.protocol.resume(flow.continuation(), outcome, server.context);
    }
}
