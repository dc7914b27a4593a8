package org.gatewright.stages.authenticatorsetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gatewright.spi.authenticator.OwnDevice;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.session.Session;
import org.gatewright.spi.stage.FactNames;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageResult;
import org.gatewright.testkit.authenticator.FakeAuthenticators;
import org.gatewright.testkit.directory.TestUsers;
import org.gatewright.testkit.stage.FakeStageContext;
import org.gatewright.testkit.stage.StageContract;
import org.junit.jupiter.api.Test;

class AuthenticatorSetupStageTest extends StageContract {

    private static final User ALICE = TestUsers.active("alice");

    private final AuthenticatorSetupStage stage = new AuthenticatorSetupStage();
    private final FakeAuthenticators authenticators = new FakeAuthenticators();

    @Override
    protected Stage stage() {
        return stage;
    }

    @Override
    protected FakeStageContext visit() {
        return named().fact(FactNames.METHODS, List.of("pwd"));
    }

    private FakeStageContext named() {
        return FakeStageContext.with(new AuthenticatorSetupSettings(UUID.randomUUID()))
                .user(ALICE)
                .authenticators(authenticators);
    }

    @Test
    void showsThePageOfTheMethodAndTellsWhatWasAdded() {
        var ask = (StageResult.Ask) stage.handle(visit());
        assertThat(ask.challenge().component()).isEqualTo("ak-stage-authenticator-fake");
        var done = (StageResult.Done) stage.handle(visit().after(ask).answer("code", FakeAuthenticators.RIGHT));
        assertThat(done.facts().text(FactNames.ADDED_DEVICE)).isPresent();
        assertThat(done.facts().texts(FactNames.METHODS)).containsExactly("pwd", "otp", "mfa");
    }

    @Test
    void countsARefusedAnswer() {
        var ask = (StageResult.Ask) stage.handle(visit());
        var again = (StageResult.Ask) stage.handle(visit().after(ask).answer("code", "000000"));
        assertThat(again.refused()).isTrue();
    }

    @Test
    void addsNothingForWhoHasProvedNothing() {
        assertThat(stage.handle(named())).isInstanceOf(StageResult.Denied.class);
        assertThat(stage.handle(FakeStageContext.with(new AuthenticatorSetupSettings(UUID.randomUUID()))))
                .isInstanceOf(StageResult.Denied.class);
    }

    @Test
    void addsForTheUserOfTheSessionAndNobodyElse() {
        assertThat(stage.handle(named().session(session(ALICE), ALICE))).isInstanceOf(StageResult.Ask.class);
        User bob = TestUsers.active("bob");
        assertThat(stage.handle(named().session(session(bob), ALICE))).isInstanceOf(StageResult.Denied.class);
    }

    /** Or a stolen password would be enough for a second factor too. */
    @Test
    void addsNoneBesideOthersThatWereNotUsed() {
        OwnDevice phone = authenticators.device("totp", true);
        assertThat(stage.handle(visit())).isInstanceOf(StageResult.Denied.class);
        assertThat(stage.handle(visit().fact(FactNames.METHODS, List.of("pwd", "otp", "mfa"))))
                .isInstanceOf(StageResult.Ask.class);
        assertThat(stage.handle(visit().fact(FactNames.ADDED_DEVICE, phone.id().toString())))
                .isInstanceOf(StageResult.Ask.class);
        assertThat(stage.handle(
                        visit().fact(FactNames.ADDED_DEVICE, UUID.randomUUID().toString())))
                .isInstanceOf(StageResult.Denied.class);
    }

    /** A session may have begun with a password alone. */
    @Test
    void addsNoneInASessionInWhichTheOthersWereNotUsed() {
        authenticators.device("totp", true);
        assertThat(stage.handle(named().session(session(ALICE), ALICE))).isInstanceOf(StageResult.Denied.class);
        assertThat(stage.handle(named().session(session(ALICE, "pwd", "otp", "mfa"), ALICE)))
                .isInstanceOf(StageResult.Ask.class);
        User bob = TestUsers.active("bob");
        assertThat(stage.handle(visit().session(session(bob, "pwd", "otp", "mfa"), ALICE)))
                .isInstanceOf(StageResult.Denied.class);
    }

    private static Session session(User user) {
        return session(user, "pwd");
    }

    private static Session session(User user, String... methods) {
        Instant since = Instant.parse("2026-11-23T11:00:00Z");
        return new Session(UUID.randomUUID(), user.id(), since, List.of(methods), since.plusSeconds(86_400));
    }
}
