package org.gatewright.testkit.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.stage.Field;
import org.gatewright.spi.stage.FieldType;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageResult;
import org.gatewright.testkit.settings.EarlierSettings;
import org.gatewright.testkit.settings.MigrationCheck;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Stage} must do. Extend it in the stage's own test.
 *
 * @since 1.0
 */
public abstract class StageContract {

    private static final String SECRET = "Kq7-a-secret-that-leaks-9Zx";

    /** Returns the stage. */
    protected abstract Stage stage();

    /** Returns a first visit without answers; where the stage ever asks, one at which it does. */
    protected abstract FakeStageContext visit();

    /** Returns names of answers that the challenge does not list among its fields. */
    protected List<String> furtherAnswers() {
        return List.of();
    }

    /** Returns settings as earlier versions of the plug-in stored them, some of each schema version before that of the record. */
    protected List<EarlierSettings> earlierSettings() {
        return List.of();
    }

    @Test
    void bringsEarlierSettingsToItsShape() {
        MigrationCheck.of(stage().getClass(), earlierSettings());
    }

    @Test
    void survivesWhatNoPageSends() {
        for (JsonObject answers : HostileAnswers.to(answerNames())) {
            assertThat(stage().handle(askedVisit().answers(answers)))
                    .as("%s", answers)
                    .isNotNull();
            assertThat(stage().handle(visit().answers(answers)))
                    .as("unasked %s", answers)
                    .isNotNull();
        }
    }

    @Test
    void ignoresAnswersItDidNotAskFor() {
        JsonObject unknown = JsonObject.of("pending_user", "mallory").with("amr", List.of("pwd"));
        assertThat(Shown.in(stage().handle(askedVisit().answers(unknown)))).noneMatch(text -> text.contains("mallory"));
    }

    @Test
    void asksTheSameAgain() {
        if (stage().handle(visit()) instanceof StageResult.Ask first) {
            assertThat(stage().handle(visit().after(first))).isEqualTo(first);
            assertThat(first.refused()).isFalse();
        }
    }

    @Test
    void refusesWithAReason() {
        for (JsonObject answers : HostileAnswers.to(answerNames())) {
            if (stage().handle(askedVisit().answers(answers)) instanceof StageResult.Ask ask && ask.refused()) {
                assertThat(ask.challenge().errors()).as("%s", answers).isNotEmpty();
            }
        }
    }

    @Test
    void showsNobodyASecretAnswer() {
        List<String> secrets = fields().stream()
                .filter(field -> field.type() == FieldType.PASSWORD)
                .map(Field::key)
                .toList();
        JsonObject all = secrets.stream()
                .reduce(JsonObject.empty(), (object, name) -> object.with(name, SECRET), JsonObject::merge);
        Stream.concat(Stream.of(all), secrets.stream().map(name -> JsonObject.of(name, SECRET)))
                .forEach(answers -> assertThat(
                                Shown.in(stage().handle(askedVisit().answers(answers))))
                        .noneMatch(text -> text.contains(SECRET)));
    }

    /** Returns the visit after the stage has asked, or the first one if it does not ask. */
    protected final FakeStageContext askedVisit() {
        return stage().handle(visit()) instanceof StageResult.Ask ask ? visit().after(ask) : visit();
    }

    private List<Field> fields() {
        return stage().handle(visit()) instanceof StageResult.Ask ask
                ? ask.challenge().fields()
                : List.of();
    }

    private List<String> answerNames() {
        return Stream.concat(fields().stream().map(Field::key), furtherAnswers().stream())
                .toList();
    }
}
