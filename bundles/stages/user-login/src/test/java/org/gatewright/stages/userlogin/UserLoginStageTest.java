package org.gatewright.stages.userlogin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.stage.FactNames;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageResult;
import org.gatewright.testkit.directory.TestUsers;
import org.gatewright.testkit.settings.DefaultSettings;
import org.gatewright.testkit.stage.FakeStageContext;
import org.gatewright.testkit.stage.StageContract;
import org.junit.jupiter.api.Test;

class UserLoginStageTest extends StageContract {

    private static final User ALICE = TestUsers.active("alice");

    private final Stage stage = new UserLoginStage();

    @Override
    protected Stage stage() {
        return stage;
    }

    /** Asks whether to stay signed in. */
    @Override
    protected FakeStageContext visit() {
        return proved(Map.of("rememberMeOffset", Duration.ofDays(30)));
    }

    @Test
    void hasTheDefaultsOfTheManual() {
        assertThat(DefaultSettings.of(UserLoginSettings.class))
                .isEqualTo(new UserLoginSettings(Duration.ZERO, false, Duration.ZERO));
    }

    @Test
    void startsASessionOfTheBrowserAndRecordsIt() {
        var done = (StageResult.Done) stage.handle(proved(Map.of()));
        assertThat(done.effects())
                .containsExactly(
                        new Effect.StartSession(Duration.ofHours(24), false, false),
                        new Effect.Audit("login", JsonObject.of("methods", List.of("pwd"))));
    }

    @Test
    void startsASessionThatOutlivesTheBrowserIfItHasADuration() {
        assertThat(session(proved(Map.of("sessionDuration", Duration.ofHours(8), "terminateOtherSessions", true))))
                .isEqualTo(new Effect.StartSession(Duration.ofHours(8), true, true));
    }

    @Test
    void asksWhetherToRemember() {
        var ask = (StageResult.Ask) stage.handle(visit());
        assertThat(ask.challenge().component()).isEqualTo("ak-stage-user-login");
        assertThat(ask.challenge().fields()).singleElement().satisfies(field -> assertThat(field.key())
                .isEqualTo("remember_me"));
    }

    @Test
    void remembersThoseWhoWishIt() {
        assertThat(session(visit().answer("remember_me", true)))
                .isEqualTo(new Effect.StartSession(Duration.ofDays(30), true, false));
        assertThat(session(visit().answer("remember_me", false)))
                .isEqualTo(new Effect.StartSession(Duration.ofHours(24), false, false));
        assertThat(session(visit().answers(JsonObject.empty())).persistent()).isFalse();
    }

    @Test
    void refusesAnAnswerThatIsNeitherYesNorNo() {
        var ask = (StageResult.Ask) stage.handle(visit().answer("remember_me", "yes"));
        assertThat(ask.refused()).isTrue();
        assertThat(ask.challenge().errors()).containsOnlyKeys("remember_me");
    }

    @Test
    void deniesWithoutAUser() {
        denied(FakeStageContext.with(DefaultSettings.of(UserLoginSettings.class))
                .fact(FactNames.METHODS, List.of("pwd")));
    }

    @Test
    void deniesAUserWhoWasOnlyNamed() {
        var named = FakeStageContext.with(DefaultSettings.of(UserLoginSettings.class))
                .user(ALICE);
        denied(named);
        denied(named.fact(FactNames.METHODS, List.of()));
        denied(named.fact(FactNames.METHODS, "pwd"));
    }

    @Test
    void deniesAnInactiveUser() {
        denied(FakeStageContext.with(DefaultSettings.of(UserLoginSettings.class))
                .user(TestUsers.inactive("bob"))
                .fact(FactNames.METHODS, List.of("pwd")));
    }

    private void denied(FakeStageContext visit) {
        assertThat(stage.handle(visit)).isInstanceOf(StageResult.Denied.class);
    }

    private Effect.StartSession session(FakeStageContext visit) {
        return (Effect.StartSession)
                ((StageResult.Done) stage.handle(visit)).effects().get(0);
    }

    private static FakeStageContext proved(Map<String, ?> settings) {
        return FakeStageContext.with(DefaultSettings.of(UserLoginSettings.class, settings))
                .user(ALICE)
                .fact(FactNames.METHODS, List.of("pwd"));
    }
}
