package org.gatewright.stages.userwrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserType;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.session.Session;
import org.gatewright.spi.stage.FactNames;
import org.gatewright.spi.stage.FieldError;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageResult;
import org.gatewright.testkit.directory.FakeDirectory;
import org.gatewright.testkit.directory.TestUsers;
import org.gatewright.testkit.settings.DefaultSettings;
import org.gatewright.testkit.stage.FakeStageContext;
import org.gatewright.testkit.stage.StageContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserWriteStageTest extends StageContract {

    private static final User ALICE = TestUsers.active("alice");

    private final Stage stage = new UserWriteStage(new FakeDirectory().with(ALICE));

    @Override
    protected Stage stage() {
        return stage;
    }

    /** Asks for another user name, since this one is taken. */
    @Override
    protected FakeStageContext visit() {
        return prompted(Map.of("username", "alice")).fact(FactNames.SECRET_DATA, Map.of("password", "s3cret-s3cret"));
    }

    @Test
    void hasTheDefaultsOfTheManual() {
        assertThat(DefaultSettings.of(UserWriteSettings.class))
                .isEqualTo(new UserWriteSettings(
                        UserCreationMode.CREATE_WHEN_REQUIRED, false, Optional.empty(), UserType.EXTERNAL, "users"));
    }

    @Test
    void createsAUserWithAPassword() {
        var done = done(prompted(Map.of(
                        "username",
                        "bob",
                        "name",
                        "Bob",
                        "email",
                        "bob@example.org",
                        "attributes.phone",
                        "123",
                        "attributes.settings.locale",
                        "de",
                        "attributes.",
                        "x"))
                .fact(FactNames.SECRET_DATA, Map.of("password", "correct horse")));
        assertThat(done.effects())
                .containsExactly(
                        new Effect.CreateUser(
                                "bob",
                                "Bob",
                                "bob@example.org",
                                UserType.EXTERNAL,
                                true,
                                "users",
                                JsonObject.of("phone", "123").with("settings", Map.of("locale", "de")),
                                Optional.of(SecretText.of("correct horse")),
                                List.of()),
                        new Effect.Audit(
                                "user_write", JsonObject.of("username", "bob").with("created", true)));
        assertThat(done.facts())
                .isEqualTo(JsonObject.of(FactNames.SECRET_DATA, JsonObject.empty())
                        .with(FactNames.METHODS, List.of("pwd"))
                        .with(FactNames.PENDING_USER_IDENTIFIER, "bob"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "groups",
                "is_active",
                "is_staff",
                "is_superuser",
                "path",
                "permissions",
                "roles",
                "superuser",
                "type"
            })
    void refusesAFlowWhosePromptsAskForPower(String power) {
        Map<String, Object> data =
                Map.of("username", "mallory", power, List.of(UUID.randomUUID().toString()));
        assertThat(stage.handle(prompted(data)))
                .isInstanceOfSatisfying(StageResult.Denied.class, denied -> assertThat(denied.message())
                        .contains(": " + power + "."));
        assertThat(stage.handle(prompted(data).user(ALICE).fact(FactNames.METHODS, List.of("pwd"))))
                .isInstanceOf(StageResult.Denied.class);
    }

    @Test
    void createsAsTheSettingsSay() {
        UUID group = UUID.randomUUID();
        var settings = new UserWriteSettings(
                UserCreationMode.ALWAYS_CREATE, true, Optional.of(group), UserType.INTERNAL, "users/new");
        var created = (Effect.CreateUser) done(FakeStageContext.with(settings)
                        .user(ALICE)
                        .fact(FactNames.METHODS, List.of("pwd"))
                        .fact(FactNames.PROMPT_DATA, Map.of("username", "bob")))
                .effects()
                .get(0);
        assertThat(created.active()).isFalse();
        assertThat(created.groups()).containsExactly(group);
        assertThat(created.type()).isEqualTo(UserType.INTERNAL);
        assertThat(created.path()).isEqualTo("users/new");
        assertThat(created.password()).isEmpty();
    }

    @Test
    void doesNotTakeTheProofOfAnotherUserForThatOfTheNewOne() {
        var done = done(FakeStageContext.with(DefaultSettings.of(
                        UserWriteSettings.class, Map.of("userCreationMode", UserCreationMode.ALWAYS_CREATE)))
                .user(ALICE)
                .fact(FactNames.METHODS, List.of("pwd", "otp"))
                .fact(FactNames.PROMPT_DATA, Map.of("username", "bob")));
        assertThat(done.facts().get(FactNames.METHODS)).contains(List.of());
    }

    @Test
    void takesTheAddressForTheNameOfAUserWhoHasNone() {
        var created = (Effect.CreateUser)
                done(prompted(Map.of("email", "bob@example.org"))).effects().get(0);
        assertThat(created.username()).isEqualTo("bob@example.org");
        assertThat(created.email()).isEqualTo("bob@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "ALICE", "\uFF21lice", "b o b", "bob/../alice", "bob\0", "<bob>"})
    void asksForAnotherNameThanThis(String username) {
        var ask = ask(prompted(Map.of("username", username)));
        assertThat(ask.challenge().component()).isEqualTo("ak-stage-prompt");
        assertThat(ask.challenge().fields()).hasSize(1);
        assertThat(ask.challenge().errors()).containsOnlyKeys("username");
        assertThat(ask.refused()).isFalse();
    }

    @Test
    void asksForAShorterName() {
        assertThat(ask(prompted(Map.of("username", "x".repeat(151))))
                        .challenge()
                        .errors())
                .containsOnlyKeys("username");
        assertThat(done(prompted(Map.of("username", "x".repeat(150)))).effects())
                .hasSize(2);
    }

    @Test
    void asksForAnotherAddress() {
        for (String email :
                List.of("alice@example.org", "Alice@Example.org", "nonsense", "x".repeat(250) + "@example.org")) {
            assertThat(ask(prompted(Map.of("email", email))).challenge().errors())
                    .containsOnlyKeys("email");
        }
    }

    @Test
    void asksForANameIfThereIsNone() {
        assertThat(ask(prompted(Map.of())).challenge().errors().get("username"))
                .extracting(FieldError::code)
                .containsExactly("required");
    }

    @Test
    void takesTheCorrectedName() {
        var ask = ask(visit());
        assertThat(((Effect.CreateUser) done(visit().after(ask).answer("username", "bob"))
                                .effects()
                                .get(0))
                        .username())
                .isEqualTo("bob");
    }

    @Test
    void refusesACorrectionThatIsNoBetter() {
        var ask = ask(visit());
        var again = ask(visit().after(ask).answer("username", "Alice"));
        assertThat(again.refused()).isTrue();
        assertThat(ask(visit().after(ask).answer("email", "bob@example.org")).refused())
                .isTrue();
    }

    @Test
    void keepsTheFirstCorrectionWhileItAsksForTheSecond() {
        var visit = prompted(Map.of("username", "alice", "email", "alice@example.org"));
        var first = ask(visit);
        assertThat(first.challenge().fields()).hasSize(2);
        var second = ask(visit.after(first).answer("username", "bob").answer("email", "alice@example.org"));
        assertThat(second.challenge().errors()).containsOnlyKeys("email");
        var created = (Effect.CreateUser) done(visit.after(second).answer("email", "bob@example.org"))
                .effects()
                .get(0);
        assertThat(created.username()).isEqualTo("bob");
    }

    @Test
    void changesAUserWhoProvedWhoTheyAre() {
        var done = done(prompted(Map.of("username", "alice", "name", "Alice B."))
                .user(ALICE)
                .fact(FactNames.METHODS, List.of("pwd"))
                .fact(FactNames.SECRET_DATA, Map.of("password", "new password")));
        assertThat(done.effects())
                .containsExactly(
                        new Effect.UpdateUser(
                                Optional.of("alice"),
                                Optional.of("Alice B."),
                                Optional.empty(),
                                JsonObject.empty(),
                                Optional.of(SecretText.of("new password"))),
                        new Effect.Audit(
                                "user_write", JsonObject.of("username", "alice").with("created", false)));
        assertThat(done.facts()).isEqualTo(JsonObject.of(FactNames.SECRET_DATA, JsonObject.empty()));
    }

    @Test
    void changesAUserWhoIsSignedIn() {
        assertThat(done(prompted(Map.of("name", "Alice B.")).session(sessionOf(ALICE), ALICE))
                        .effects())
                .hasSize(2);
    }

    @Test
    void doesNotChangeAUserWhoWasOnlyNamed() {
        var named = prompted(Map.of("name", "Mallory"))
                .session(sessionOf(TestUsers.active("mallory")), ALICE)
                .user(ALICE);
        assertThat(stage.handle(named)).isInstanceOf(StageResult.Denied.class);
    }

    @Test
    void hasNothingToDoWithoutAnswers() {
        assertThat(stage.handle(prompted(Map.of()).user(ALICE).fact(FactNames.METHODS, List.of("pwd"))))
                .isEqualTo(new StageResult.Done(JsonObject.empty()));
    }

    @Test
    void deniesWithoutAUserIfItMayNotCreateOne() {
        var settings =
                DefaultSettings.of(UserWriteSettings.class, Map.of("userCreationMode", UserCreationMode.NEVER_CREATE));
        assertThat(stage.handle(FakeStageContext.with(settings).fact(FactNames.PROMPT_DATA, Map.of("username", "bob"))))
                .isInstanceOf(StageResult.Denied.class);
    }

    private static Session sessionOf(User user) {
        return new Session(UUID.randomUUID(), user.id(), Instant.EPOCH, List.of("pwd"), Instant.MAX);
    }

    private static FakeStageContext prompted(Map<String, ?> data) {
        return FakeStageContext.with(DefaultSettings.of(UserWriteSettings.class))
                .fact(FactNames.PROMPT_DATA, data);
    }

    private StageResult.Done done(FakeStageContext visit) {
        return (StageResult.Done) stage.handle(visit);
    }

    private StageResult.Ask ask(FakeStageContext visit) {
        return (StageResult.Ask) stage.handle(visit);
    }
}
