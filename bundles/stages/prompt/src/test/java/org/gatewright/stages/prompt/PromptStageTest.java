package org.gatewright.stages.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.stage.Field;
import org.gatewright.spi.stage.FieldError;
import org.gatewright.spi.stage.FieldType;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageResult;
import org.gatewright.testkit.settings.DefaultSettings;
import org.gatewright.testkit.stage.FakeStageContext;
import org.gatewright.testkit.stage.StageContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptStageTest extends StageContract {

    private static final JsonObject GOOD = JsonObject.of("email", "admin@example.org")
            .with("password", "correct horse")
            .with("password_repeat", "correct horse");

    private final Stage stage = new PromptStage();

    @Override
    protected Stage stage() {
        return stage;
    }

    /** One field of every type, and a repeated password. */
    @Override
    protected FakeStageContext visit() {
        Stream<PromptField> each = Stream.of(FieldType.values())
                .map(type -> field(type.name().toLowerCase(java.util.Locale.ROOT), type, false));
        return FakeStageContext.with(
                new PromptSettings(Stream.concat(each, Stream.of(field("password_repeat", FieldType.PASSWORD, false)))
                        .toList()));
    }

    @Test
    void hasTheDefaultsOfTheManual() {
        assertThat(DefaultSettings.of(PromptSettings.class).fields()).isEmpty();
        assertThat(field("x", FieldType.TEXT))
                .isEqualTo(new PromptField(
                        "x", "Label", FieldType.TEXT, true, "", "", 0, "", List.of(), Optional.empty()));
    }

    @Test
    void asksForTheFieldsInOrder() {
        var last = DefaultSettings.of(
                PromptField.class,
                Map.of("fieldKey", "b", "label", "B", "type", FieldType.EMAIL, "order", 1, "placeholder", "you@…"));
        var ask = (StageResult.Ask) stage.handle(prompt(last, field("a", FieldType.TEXT)));
        assertThat(ask.challenge().component()).isEqualTo("ak-stage-prompt");
        assertThat(ask.challenge().fields())
                .containsExactly(
                        new Field("a", "Label", FieldType.TEXT, true, "", "", "", List.of()),
                        new Field("b", "B", FieldType.EMAIL, true, "you@…", "", "", List.of()));
    }

    @Test
    void keepsPasswordsApartFromTheRest() {
        assertThat(done(setup().answers(GOOD)))
                .isEqualTo(JsonObject.of("prompt_data", JsonObject.of("email", "admin@example.org"))
                        .with("secret_data", JsonObject.of("password", "correct horse")));
    }

    @Test
    void joinsWhatEarlierPromptsAsked() {
        var facts = done(setup().fact("prompt_data", Map.of("name", "Alice")).answers(GOOD));
        assertThat(facts.object("prompt_data").orElseThrow().members()).containsOnlyKeys("name", "email");
    }

    @Test
    void takesDeclaredFieldsOnly() {
        var facts = done(setup().answers(GOOD.with("attributes.admin", "true").with("username", "root")));
        assertThat(facts.object("prompt_data").orElseThrow().members()).containsOnlyKeys("email");
    }

    @Test
    void refusesPasswordsThatDiffer() {
        assertThat(codes(setup().answers(GOOD.with("password_repeat", "Correct horse"))))
                .isEqualTo(Map.of("password_repeat", "invalid"));
        assertThat(codes(setup().answers(GOOD.without("password_repeat"))))
                .isEqualTo(Map.of("password_repeat", "required"));
    }

    @Test
    void refusesAShortPassword() {
        assertThat(codes(setup().answers(GOOD.with("password", "1234567").with("password_repeat", "1234567"))))
                .isEqualTo(Map.of("password", "min_length"));
    }

    @Test
    void doesNotTrimPasswords() {
        var answers = GOOD.with("password", "  spaces  ").with("password_repeat", "  spaces  ");
        assertThat(done(setup().answers(answers))
                        .object("secret_data")
                        .orElseThrow()
                        .text("password"))
                .contains("  spaces  ");
    }

    @Test
    void refusesWhatIsMissing() {
        assertThat(codes(setup().answers(JsonObject.empty())))
                .isEqualTo(Map.of("email", "required", "password", "required", "password_repeat", "required"));
    }

    @Test
    void leavesOutWhatIsMissingAndNotRequired() {
        assertThat(data(prompt(field("a", FieldType.TEXT, false)).answer("a", "  ")))
                .isEqualTo(JsonObject.empty());
    }

    @Test
    void refusesWhatIsTooLongOrNotText() {
        var visit = prompt(field("a", FieldType.TEXT));
        assertThat(codes(visit.answer("a", "x".repeat(10_001)))).isEqualTo(Map.of("a", "max_length"));
        assertThat(codes(visit.answer("a", "x\0y"))).isEqualTo(Map.of("a", "invalid"));
        assertThat(codes(visit.answer("a", 1L))).isEqualTo(Map.of("a", "invalid"));
        assertThat(codes(visit.answer("a", List.of("x")))).isEqualTo(Map.of("a", "invalid"));
    }

    @Test
    void fillsInWhatWasAnsweredWell() {
        var ask = (StageResult.Ask) stage.handle(setup().answers(GOOD.without("password_repeat")));
        assertThat(ask.challenge().fields())
                .extracting(Field::initialValue)
                .containsExactly("admin@example.org", "", "");
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, a@b, true",
        "EMAIL, a b@example.org, false",
        "EMAIL, a@example..org, false",
        "EMAIL, example.org, false",
        "NUMBER, 12, true",
        "NUMBER, -1.50, true",
        "NUMBER, 1e9, false",
        "NUMBER, twelve, false",
        "DATE, 2026-11-30, true",
        "DATE, 2026-02-30, false",
        "DATE, 30.11.2026, false",
        "DATE_TIME, 2026-11-30T18:00, true",
        "DATE_TIME, 2026-11-30T18:00:00Z, true",
        "DATE_TIME, 2026-11-30, false",
        "AK_LOCALE, de-CH, true",
        "AK_LOCALE, ../etc, false",
        "FILE, 'data:text/plain,hi', true",
        "FILE, 'javascript:alert(1)', false",
        "DROPDOWN, red, true",
        "DROPDOWN, blue, false",
        "RADIO_BUTTON_GROUP, red, true",
        "RADIO_BUTTON_GROUP, Red, false",
        "USERNAME, alice, true",
        "TEXT_AREA, anything, true"
    })
    void checksTheSyntax(FieldType type, String answer, boolean good) {
        var visit = prompt(DefaultSettings.of(
                        PromptField.class,
                        Map.of("fieldKey", "a", "label", "A", "type", type, "choices", List.of("red", "green"))))
                .answer("a", answer);
        assertThat(stage.handle(visit) instanceof StageResult.Done).isEqualTo(good);
    }

    @Test
    void keepsNumbersAndBooleans() {
        var visit = prompt(field("n", FieldType.NUMBER), field("c", FieldType.CHECKBOX));
        assertThat(data(visit.answer("n", "7").answer("c", true)))
                .isEqualTo(JsonObject.of("n", 7L).with("c", true));
        assertThat(data(visit.answer("n", new BigDecimal("1.5"))))
                .isEqualTo(JsonObject.of("n", new BigDecimal("1.5")).with("c", false));
        assertThat(codes(visit.answer("n", new BigDecimal("1E+400")).answer("c", "on")))
                .isEqualTo(Map.of("n", "invalid", "c", "invalid"));
    }

    @Test
    void doesNotLetVisitorsChangeWhatIsFixed() {
        for (FieldType type : List.of(FieldType.HIDDEN, FieldType.TEXT_READ_ONLY, FieldType.TEXT_AREA_READ_ONLY)) {
            var fixed = DefaultSettings.of(
                    PromptField.class, Map.of("fieldKey", "a", "label", "A", "type", type, "initialValue", "fixed"));
            assertThat(data(prompt(fixed).answer("a", "forged"))).isEqualTo(JsonObject.of("a", "fixed"));
        }
    }

    @Test
    void takesNothingFromWhatIsOnlyShown() {
        var visit =
                prompt(field("a", FieldType.STATIC), field("b", FieldType.ALERT_INFO), field("c", FieldType.SEPARATOR));
        assertThat(data(visit.answer("a", "x").answer("b", "x").answer("c", "x")))
                .isEqualTo(JsonObject.empty());
    }

    private static FakeStageContext setup() {
        var password = DefaultSettings.of(
                PromptField.class,
                Map.of("fieldKey", "password", "label", "P", "type", FieldType.PASSWORD, "minLength", Optional.of(8)));
        return prompt(field("email", FieldType.EMAIL), password, field("password_repeat", FieldType.PASSWORD));
    }

    private static FakeStageContext prompt(PromptField... fields) {
        return FakeStageContext.with(new PromptSettings(List.of(fields)));
    }

    private static PromptField field(String key, FieldType type) {
        return DefaultSettings.of(PromptField.class, Map.of("fieldKey", key, "label", "Label", "type", type));
    }

    private static PromptField field(String key, FieldType type, boolean required) {
        return DefaultSettings.of(
                PromptField.class, Map.of("fieldKey", key, "label", "Label", "type", type, "required", required));
    }

    private JsonObject done(FakeStageContext visit) {
        return ((StageResult.Done) stage.handle(visit)).facts();
    }

    private JsonObject data(FakeStageContext visit) {
        return done(visit).object("prompt_data").orElseThrow();
    }

    private Map<String, String> codes(FakeStageContext visit) {
        var ask = (StageResult.Ask) stage.handle(visit);
        assertThat(ask.refused()).isTrue();
        return ask.challenge().errors().entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().stream()
                        .map(FieldError::code)
                        .findFirst()
                        .orElseThrow()));
    }
}
