package org.gatewright.stages.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.stage.FactNames;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageResult;
import org.gatewright.testkit.directory.TestUsers;
import org.gatewright.testkit.session.FakeConsents;
import org.gatewright.testkit.settings.DefaultSettings;
import org.gatewright.testkit.stage.FakeStageContext;
import org.gatewright.testkit.stage.StageContract;
import org.junit.jupiter.api.Test;

class ConsentStageTest extends StageContract {

    private static final User ALICE = TestUsers.active("alice");
    private static final JsonObject OPENID = JsonObject.of("id", "openid").with("name", "Know who you are");
    private static final JsonObject EMAIL = JsonObject.of("id", "email").with("name", "Read your e-mail address");

    private final FakeConsents consents = new FakeConsents();
    private final Stage stage = new ConsentStage(consents);

    @Override
    protected Stage stage() {
        return stage;
    }

    @Override
    protected FakeStageContext visit() {
        return visit(ConsentMode.EXPIRING);
    }

    private static FakeStageContext visit(ConsentMode mode) {
        return FakeStageContext.with(DefaultSettings.of(ConsentSettings.class, Map.of("mode", mode)))
                .application("flaskdemo", "Flask demo")
                .user(ALICE)
                .fact(FactNames.CONSENT_PERMISSIONS, List.of(OPENID, EMAIL));
    }

    @Test
    void hasTheDefaultsOfTheManual() {
        assertThat(DefaultSettings.of(ConsentSettings.class))
                .isEqualTo(new ConsentSettings(ConsentMode.EXPIRING, Duration.ofDays(28)));
    }

    @Test
    void showsWhatTheApplicationAsksFor() {
        var challenge = ask(visit()).challenge();
        assertThat(challenge.component()).isEqualTo("ak-stage-consent");
        assertThat(challenge.data().text("header_text")).contains("You're about to sign into Flask demo.");
        assertThat(challenge.data().objects("permissions")).containsExactly(OPENID, EMAIL);
        assertThat(challenge.data().objects("additional_permissions")).isEmpty();
        assertThat(challenge.data().text("token").orElseThrow()).hasSize(64);
        assertThat(ask(visit()).challenge().data().text("token"))
                .as("another flow, another token")
                .isNotEqualTo(challenge.data().text("token"));
    }

    @Test
    void takesTheHeaderOfTheProtocol() {
        assertThat(ask(visit().fact(FactNames.CONSENT_HEADER, "Flask demo wants:"))
                        .challenge()
                        .data()
                        .text("header_text"))
                .contains("Flask demo wants:");
    }

    @Test
    void remembersForATime() {
        assertThat(agreed(visit()))
                .containsExactly(new Effect.RememberConsent(
                        "flaskdemo", Set.of("openid", "email"), Optional.of(Duration.ofDays(28))));
    }

    @Test
    void remembersForEver() {
        assertThat(agreed(visit(ConsentMode.PERMANENT)))
                .containsExactly(new Effect.RememberConsent("flaskdemo", Set.of("openid", "email"), Optional.empty()));
    }

    @Test
    void remembersNothingIfItAlwaysAsks() {
        consents.with(ALICE, "flaskdemo", "openid", "email");
        assertThat(agreed(visit(ConsentMode.ALWAYS_REQUIRE))).isEmpty();
    }

    @Test
    void doesNotAskForWhatIsRemembered() {
        consents.with(ALICE, "flaskdemo", "openid", "email", "profile");
        assertThat(stage.handle(visit())).isEqualTo(new StageResult.Done(JsonObject.empty()));
        assertThat(stage.handle(visit(ConsentMode.PERMANENT))).isEqualTo(new StageResult.Done(JsonObject.empty()));
    }

    @Test
    void asksAgainIfTheClientDemandsIt() {
        consents.with(ALICE, "flaskdemo", "openid", "email");
        ask(visit().fact(FactNames.CONSENT_REQUIRED, true));
    }

    @Test
    void asksForWhatIsNew() {
        consents.with(ALICE, "flaskdemo", "openid");
        var data = ask(visit()).challenge().data();
        assertThat(data.objects("permissions")).containsExactly(OPENID);
        assertThat(data.objects("additional_permissions")).containsExactly(EMAIL);
    }

    @Test
    void doesNotTakeTheConsentOfSomebodyElseOrForSomethingElse() {
        consents.with(TestUsers.active("bob"), "flaskdemo", "openid", "email").with(ALICE, "other", "openid", "email");
        ask(visit());
    }

    @Test
    void endsTheFlowIfTheUserDeclines() {
        var first = ask(visit());
        var token = first.state().text("token").orElseThrow();
        assertThat(stage.handle(visit().after(first).answer("token", token).answer("decline", true)))
                .isEqualTo(new StageResult.Denied("You declined to give Flask demo access."));
    }

    @Test
    void refusesAnAnswerWithoutTheTokenOfThePage() {
        var first = ask(visit());
        for (Object token : List.of("", "0".repeat(64), true, List.of())) {
            var again = ask(visit().after(first).answer("token", token));
            assertThat(again.refused()).isTrue();
            assertThat(again.challenge().errors()).containsOnlyKeys("non_field_errors");
            assertThat(again.state()).isEqualTo(first.state());
        }
        assertThat(ask(visit().after(first).answer("decline", true)).refused()).isTrue();
    }

    @Test
    void refusesAnAnswerToAPageThatWasNeverShown() {
        assertThat(ask(visit().answer("token", "")).refused()).isTrue();
    }

    @Test
    void deniesWithoutAUser() {
        assertThat(stage.handle(FakeStageContext.with(DefaultSettings.of(ConsentSettings.class))))
                .isInstanceOf(StageResult.Denied.class);
    }

    @Test
    void asksWithoutAnApplicationAndRemembersNothing() {
        var visit =
                FakeStageContext.with(DefaultSettings.of(ConsentSettings.class)).user(ALICE);
        assertThat(agreed(visit)).isEmpty();
    }

    private StageResult.Ask ask(FakeStageContext visit) {
        return (StageResult.Ask) stage.handle(visit);
    }

    @Test
    void tellsTheFlowThatTheUserAgreedNow() {
        assertThat(done(visit()).facts()).isEqualTo(JsonObject.of(FactNames.CONSENT_GIVEN, true));
    }

    private List<Effect> agreed(FakeStageContext visit) {
        return done(visit).effects();
    }

    private StageResult.Done done(FakeStageContext visit) {
        var first = ask(visit);
        String token = first.state().text("token").orElseThrow();
        return (StageResult.Done) stage.handle(visit.after(first).answer("token", token));
    }
}
