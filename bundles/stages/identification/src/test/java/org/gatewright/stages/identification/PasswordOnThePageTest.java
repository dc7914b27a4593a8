package org.gatewright.stages.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
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

/** The identification stage with another stage for the password on its page. */
class PasswordOnThePageTest extends StageContract {

    private static final UUID PASSWORD = UUID.fromString("7d5e6a94-9f0c-4d7e-8f53-6f4f3f0f1a11");
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
        return visit(Map.of());
    }

    @Override
    protected List<String> furtherAnswers() {
        return List.of("uid_field", "password");
    }

    @Test
    void asksForThePasswordToo() {
        StageResult.Host host = host(visit());
        assertThat(host.stage()).isEqualTo(PASSWORD);
        assertThat(host.answered()).isFalse();
        assertThat(host.facts()).isEqualTo(JsonObject.empty());
        assertThat(host.page().refused()).isFalse();
        assertThat(host.page().challenge().data().bool("password_fields")).contains(true);
        assertThat(host.page().challenge().fields()).singleElement().satisfies(field -> assertThat(field.key())
                .isEqualTo("uid_field"));
    }

    @Test
    void tellsThePasswordStageWhoItIs() {
        StageResult.Host host = host(visit().answer("uid_field", "alice"));
        assertThat(host.answered()).isTrue();
        assertThat(host.facts())
                .isEqualTo(JsonObject.of(FactNames.PENDING_USER_IDENTIFIER, "alice")
                        .with(FactNames.PENDING_USER, ALICE.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "bob"})
    void leavesItToThePasswordStageToRefuseWhoeverMayNotSignIn(String typed) {
        for (boolean pretend : List.of(true, false)) {
            StageResult.Host host =
                    host(visit(Map.of("pretendUserExists", pretend)).answer("uid_field", typed));
            assertThat(host.answered()).isTrue();
            assertThat(host.page().refused()).isFalse();
            assertThat(host.page().challenge().errors()).isEmpty();
            assertThat(host.facts()).isEqualTo(JsonObject.of(FactNames.PENDING_USER_IDENTIFIER, typed));
        }
    }

    @Test
    void showsTheSamePageForEverybody() {
        assertThat(host(visit().answer("uid_field", "nobody")).page())
                .isEqualTo(host(visit().answer("uid_field", "alice")).page());
    }

    @Test
    void refusesWhatIsNoNameBeforeThePasswordIsLookedAt() {
        for (Object answer : List.of("", "  ", 1L, "x".repeat(321), "ali\0ce")) {
            StageResult.Host host = host(visit().answer("uid_field", answer).answer("password", "correct horse"));
            assertThat(host.answered()).isFalse();
            assertThat(host.page().refused()).isTrue();
            assertThat(host.page().challenge().errors().get("uid_field"))
                    .extracting(FieldError::code)
                    .isNotEmpty();
        }
    }

    @Test
    void forgetsWhoTheFlowWasAboutBefore() {
        FakeStageContext visit = visit().user(ALICE).fact(FactNames.METHODS, List.of("pwd"));
        for (FakeStageContext each : List.of(visit, visit.answer("uid_field", ""), visit.answer("uid_field", "bob"))) {
            JsonObject facts = host(each).facts();
            assertThat(facts.text(FactNames.PENDING_USER)).contains("");
            assertThat(facts.get(FactNames.METHODS)).contains(List.of());
        }
    }

    private static FakeStageContext visit(Map<String, ?> given) {
        Map<String, Object> settings = new HashMap<>(given);
        settings.put("passwordStage", Optional.of(PASSWORD));
        return FakeStageContext.with(DefaultSettings.of(IdentificationSettings.class, settings));
    }

    private StageResult.Host host(FakeStageContext visit) {
        return (StageResult.Host) stage.handle(visit);
    }
}
