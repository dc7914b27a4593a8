package org.gatewright.stages.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserField;
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

class IdentificationStageTest extends StageContract {

    private static final User ALICE = TestUsers.active("alice");
    private static final User BOB = TestUsers.inactive("bob");

    private final Stage stage =
            new IdentificationStage(new FakeDirectory().with(ALICE).with(BOB));

    @Override
    protected Stage stage() {
        return stage;
    }

    @Override
    protected FakeStageContext visit() {
        return FakeStageContext.with(DefaultSettings.of(IdentificationSettings.class));
    }

    @Test
    void hasTheDefaultsOfTheManual() {
        assertThat(DefaultSettings.of(IdentificationSettings.class))
                .isEqualTo(new IdentificationSettings(
                        List.of(UserField.USERNAME, UserField.EMAIL),
                        true,
                        true,
                        true,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void asksWithTheDataOfThePage() {
        var ask = (StageResult.Ask) stage.handle(visit().application("flaskdemo", "Flask demo"));
        assertThat(ask.challenge().component()).isEqualTo("ak-stage-identification");
        assertThat(ask.challenge().data().texts("user_fields")).containsExactly("username", "email");
        assertThat(ask.challenge().data().text("primary_action")).contains("Continue");
        assertThat(ask.challenge().data().text("application_pre")).contains("Flask demo");
        assertThat(ask.challenge().fields()).singleElement().satisfies(field -> {
            assertThat(field.key()).isEqualTo("uid_field");
            assertThat(field.label()).isEqualTo("Username or Email");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "ALICE", " alice ", "alice@example.org"})
    void findsTheUser(String typed) {
        assertThat(done(visit().answer("uid_field", typed)).text(FactNames.PENDING_USER))
                .contains(ALICE.id().toString());
    }

    @Test
    void heedsCaseIfTold() {
        var settings = DefaultSettings.of(IdentificationSettings.class, Map.of("caseInsensitiveMatching", false));
        assertThat(done(FakeStageContext.with(settings).answer("uid_field", "ALICE"))
                        .has(FactNames.PENDING_USER))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "bob", "bob@example.org", "' OR 1=1 --"})
    void goesOnWithoutAUserForWhoeverMayNotSignIn(String typed) {
        JsonObject facts = done(visit().answer("uid_field", typed));
        assertThat(facts.members()).containsExactly(Map.entry(FactNames.PENDING_USER_IDENTIFIER, typed));
    }

    @Test
    void showsWhatWasTypedWhilePretending() {
        assertThat(done(visit().answer("uid_field", "alice@example.org")).text(FactNames.PENDING_USER_IDENTIFIER))
                .contains("alice@example.org");
    }

    @Test
    void showsTheUserFoundIfNothingIsPretended() {
        assertThat(done(honest().answer("uid_field", "alice@example.org")).text(FactNames.PENDING_USER_IDENTIFIER))
                .contains("alice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "bob"})
    void refusesWhoeverMayNotSignInIfNothingIsPretended(String typed) {
        assertThat(refused(honest().answer("uid_field", typed)))
                .containsOnly(
                        Map.entry("non_field_errors", List.of(new FieldError("Failed to authenticate.", "invalid"))));
    }

    @Test
    void refusesAnEmptyAnswer() {
        for (FakeStageContext visit : List.of(visit().answer("uid_field", "  "), visit().answers(JsonObject.empty()))) {
            assertThat(refused(visit).get("uid_field"))
                    .extracting(FieldError::code)
                    .containsExactly("required");
        }
    }

    @Test
    void refusesWhatIsNoName() {
        for (Object answer : List.of(1L, true, List.of("alice"), "x".repeat(321), "ali\0ce")) {
            assertThat(refused(visit().answer("uid_field", answer)).get("uid_field"))
                    .extracting(FieldError::code)
                    .containsExactly("invalid");
        }
    }

    @Test
    void forgetsWhoTheFlowWasAboutBefore() {
        JsonObject facts =
                done(visit().user(ALICE).fact(FactNames.METHODS, List.of("pwd")).answer("uid_field", "nobody"));
        assertThat(facts.text(FactNames.PENDING_USER)).contains("");
        assertThat(facts.get(FactNames.METHODS)).contains(List.of());
    }

    @Test
    void linksToTheFlowsThatAreSet() {
        UUID flow = UUID.randomUUID();
        for (Map.Entry<String, String> link : Map.of(
                        "enrollmentFlow", "enroll_url",
                        "recoveryFlow", "recovery_url",
                        "passwordlessFlow", "passwordless_url")
                .entrySet()) {
            var settings = DefaultSettings.of(IdentificationSettings.class, Map.of(link.getKey(), Optional.of(flow)));
            var ask = (StageResult.Ask) stage.handle(FakeStageContext.with(settings));
            assertThat(ask.challenge().data().members().keySet().stream().filter(name -> name.endsWith("_url")))
                    .containsExactly(link.getValue());
            assertThat(ask.challenge().data().text(link.getValue())).contains("/if/flow/" + flow + "/");
        }
    }

    private static FakeStageContext honest() {
        return FakeStageContext.with(
                DefaultSettings.of(IdentificationSettings.class, Map.of("pretendUserExists", false)));
    }

    private JsonObject done(FakeStageContext visit) {
        return ((StageResult.Done) stage.handle(visit)).facts();
    }

    private Map<String, List<FieldError>> refused(FakeStageContext visit) {
        var ask = (StageResult.Ask) stage.handle(visit);
        assertThat(ask.refused()).isTrue();
        return ask.challenge().errors();
    }
}
