package org.gatewright.stages.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.session.Session;
import org.gatewright.spi.stage.FactNames;
import org.gatewright.spi.stage.FieldError;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageResult;
import org.gatewright.testkit.credential.FakeCredentialVerifier;
import org.gatewright.testkit.directory.TestUsers;
import org.gatewright.testkit.settings.DefaultSettings;
import org.gatewright.testkit.stage.FakeStageContext;
import org.gatewright.testkit.stage.StageContract;
import org.junit.jupiter.api.Test;

class PasswordStageTest extends StageContract {

    private static final User ALICE = TestUsers.active("alice");

    private final FakeCredentialVerifier verifier = new FakeCredentialVerifier().knows(ALICE, "correct horse");
    private final Stage stage = new PasswordStage(verifier);

    @Override
    protected Stage stage() {
        return stage;
    }

    @Override
    protected FakeStageContext visit() {
        return FakeStageContext.with(DefaultSettings.of(PasswordSettings.class))
                .fact(FactNames.PENDING_USER_IDENTIFIER, "alice")
                .user(ALICE);
    }

    @Test
    void hasTheDefaultsOfTheManual() {
        assertThat(DefaultSettings.of(PasswordSettings.class))
                .isEqualTo(new PasswordSettings(List.of("internal"), 5, false));
    }

    @Test
    void asksForThePassword() {
        var ask = (StageResult.Ask) stage.handle(visit());
        assertThat(ask.challenge().component()).isEqualTo("ak-stage-password");
        assertThat(ask.challenge().data()).isEqualTo(JsonObject.of("allow_show_password", false));
        assertThat(ask.challenge().fields()).singleElement().satisfies(field -> assertThat(field.key())
                .isEqualTo("password"));
    }

    @Test
    void goesOnWithTheRightPassword() {
        var done = (StageResult.Done) stage.handle(visit().answer("password", "correct horse"));
        assertThat(done.facts()).isEqualTo(JsonObject.of("amr", List.of("pwd")).with("user_backend", "internal"));
        assertThat(done.effects()).isEmpty();
    }

    @Test
    void addsToTheMethodsThatWereProvedBefore() {
        var done = (StageResult.Done)
                stage.handle(visit().fact("amr", List.of("otp", "pwd")).answer("password", "correct horse"));
        assertThat(done.facts().texts("amr")).containsExactly("otp", "pwd");
    }

    @Test
    void doesNotAskForWhatTheFlowHasSeen() {
        var proved = visit().fact("amr", List.of("pwd")).fact("user_backend", "internal");
        for (FakeStageContext visit : List.of(proved, proved.answer("password", "wrong"), proved.failures(9))) {
            assertThat(stage.handle(visit)).isEqualTo(new StageResult.Done(JsonObject.empty()));
        }
        assertThat(verifier.asked()).isEmpty();
    }

    @Test
    void asksForAPasswordThatItWouldNotHaveAccepted() {
        for (FakeStageContext visit : List.of(
                visit().fact("amr", List.of("pwd")).fact("user_backend", "ldap"),
                visit().fact("amr", List.of("pwd")),
                visit().fact("amr", List.of("otp")).fact("user_backend", "internal"),
                visit().fact("amr", List.of()).fact("user_backend", "internal"))) {
            assertThat(stage.handle(visit)).isInstanceOf(StageResult.Ask.class);
        }
    }

    @Test
    void refusesAWrongPasswordAndRecordsIt() {
        var ask = refused(visit().answer("password", "wrong"));
        assertThat(ask.challenge().errors())
                .isEqualTo(Map.of("password", List.of(new FieldError("Invalid password", "invalid"))));
        assertThat(ask.effects())
                .containsExactly(new Effect.Audit(
                        "login_failed", JsonObject.of("username", "alice").with("stage", "password")));
    }

    @Test
    void answersTheSameForAUserWhoDoesNotExist() {
        var pretended = FakeStageContext.with(DefaultSettings.of(PasswordSettings.class))
                .fact(FactNames.PENDING_USER_IDENTIFIER, "alice");
        assertThat(stage.handle(pretended)).isEqualTo(stage.handle(visit()));
        assertThat(stage.handle(pretended.answer("password", "x")))
                .isEqualTo(stage.handle(visit().answer("password", "x")));
        assertThat(verifier.asked()).containsExactly(Optional.empty(), Optional.of(ALICE));
    }

    @Test
    void doesNotTakeTheSignedInUserForThePretendedOne() {
        Session session = new Session(UUID.randomUUID(), ALICE.id(), Instant.EPOCH, List.of("pwd"), Instant.MAX);
        refused(FakeStageContext.with(DefaultSettings.of(PasswordSettings.class))
                .session(session, ALICE)
                .fact(FactNames.PENDING_USER_IDENTIFIER, "nobody")
                .fact(FactNames.PENDING_USER, "")
                .answer("password", "correct horse"));
        assertThat(verifier.asked()).containsExactly(Optional.empty());
    }

    @Test
    void refusesAnInactiveUser() {
        User bob = TestUsers.inactive("bob");
        verifier.knows(bob, "correct horse");
        refused(visit().user(bob).answer("password", "correct horse"));
    }

    @Test
    void refusesNoPasswordWithoutAskingForIt() {
        for (JsonObject answers : List.of(
                JsonObject.empty(),
                JsonObject.of("password", ""),
                JsonObject.of("password", List.of("correct horse")))) {
            assertThat(refused(visit().answers(answers)).challenge().errors().get("password"))
                    .extracting(FieldError::code)
                    .containsExactly("required");
        }
        assertThat(verifier.asked()).isEmpty();
    }

    @Test
    void endsTheFlowWithTheLastFailure() {
        refused(visit().failures(3).answer("password", "wrong"));
        var denied = (StageResult.Denied) stage.handle(visit().failures(4).answer("password", "wrong"));
        assertThat(denied.message()).startsWith("Too many failed attempts");
        assertThat(denied.effects()).hasSize(1);
    }

    @Test
    void checksNothingAfterTheLastFailure() {
        assertThat(stage.handle(visit().failures(5).answer("password", "correct horse")))
                .isInstanceOf(StageResult.Denied.class);
        assertThat(verifier.asked()).isEmpty();
    }

    private StageResult.Ask refused(FakeStageContext visit) {
        var ask = (StageResult.Ask) stage.handle(visit);
        assertThat(ask.refused()).isTrue();
        return ask;
    }
}
