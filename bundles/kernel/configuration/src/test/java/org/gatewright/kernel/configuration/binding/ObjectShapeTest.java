package org.gatewright.kernel.configuration.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.json.JsonText;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretHash;
import org.gatewright.spi.data.SecretText;
import org.gatewright.testkit.port.PlainSealer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectShapeTest {

    private final PlainSealer sealer = new PlainSealer();
    private final ObjectShape shape = ObjectShape.of(List.of(AllTypes.class));

    @Test
    void whatIsNotGivenGetsItsDefault() {
        ObjectShape.Stored stored = shape.create(JsonText.read("{\"some_text\":\"abc\"}"), sealer);
        AllTypes bound = ObjectShape.bind(AllTypes.class, stored.fields(), sealer);

        assertThat(bound.textWithDefault()).isEqualTo("plain");
        assertThat(bound.maxTries()).isEqualTo(5);
        assertThat(bound.big()).isEqualTo(7);
        assertThat(bound.share()).isEqualTo(0.5);
        assertThat(bound.flag()).isFalse();
        assertThat(bound.flagOn()).isTrue();
        assertThat(bound.mode()).isEqualTo(AllTypes.Mode.PER_PROVIDER);
        assertThat(bound.span()).isEqualTo(Duration.ofMinutes(90));
        assertThat(bound.address()).isEqualTo(URI.create("https://app.example.org/"));
        assertThat(bound.flow()).isEmpty();
        assertThat(bound.groups()).isEmpty();
        assertThat(bound.secret()).isEmpty();
        assertThat(bound.free()).isEqualTo(JsonObject.empty());
        assertThat(bound.clientId()).hasSize(20);
        assertThat(bound.hash().matches(stored.generated().text("hash").orElseThrow()))
                .isTrue();
        assertThat(stored.generated().members()).containsOnlyKeys("hash");
    }

    @Test
    void everyTypeIsBoundAndShown() {
        UUID flow = UUID.randomUUID();
        JsonObject stored = store("""
                {"some_text":"abc","email":"a@b","max_tries":20,"big":9007199254740993,"share":0.25,"flag":true,"flag_on":false,
                 "mode":"global","span":"PT36H","address":"/here","flow":"%s","groups":["%s"],"few":["a","b"],"number":3,
                 "secret":"s3cret","hash":"p1ain","client_id":"me","free":{"a":[1,{"b":true}]},
                 "nested":{"name":"n","key":"k"},"many":[{"name":"m"}],"default":true}
                """.formatted(flow, flow));
        AllTypes bound = ObjectShape.bind(AllTypes.class, stored, sealer);

        assertThat(bound.big()).isEqualTo(9007199254740993L);
        assertThat(bound.span()).isEqualTo(Duration.ofHours(36));
        assertThat(bound.flow()).contains(flow);
        assertThat(bound.number()).contains(3);
        assertThat(bound.secret()).contains(SecretText.of("s3cret"));
        assertThat(bound.hash()).isEqualTo(SecretHash.of("p1ain"));
        assertThat(bound.nested().orElseThrow().key()).contains(SecretText.of("k"));
        assertThat(bound.many()).containsExactly(new AllTypes.Nested("m", Optional.empty()));
        assertThat(bound.default_()).isTrue();
        assertThat(JsonText.write(stored))
                .doesNotContain("s3cret")
                .doesNotContain("p1ain")
                .doesNotContain("\"k\"");

        JsonObject shown = shape.show(stored);
        assertThat(shown.text("span")).contains("days=1;hours=12");
        assertThat(shown.text("secret")).contains("********");
        assertThat(shown.has("hash")).isFalse();
        assertThat(shown.object("nested").orElseThrow().text("key")).contains("********");
        assertThat(shape.references(stored))
                .extracting(Reference::path, Reference::model)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("flow", "flow"),
                        org.assertj.core.groups.Tuple.tuple("groups.0", "group"));
        assertThat(shape.uniques(stored)).containsExactly(new ObjectShape.UniqueMember("client_id", "me"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                              | some_text    | This field is required.
            {"some_text":7}                                 | some_text    | This must be text.
            {"some_text":""}                                | some_text    | This must not be empty.
            {"some_text":"abcdef"}                          | some_text    | This must have at most 5 characters.
            {"some_text":"AB"}                              | some_text    | This must match [a-z]+.
            {"some_text":"a","email":"nobody"}              | email        | This must be an e-mail address.
            {"some_text":"a","max_tries":0}                 | max_tries    | This must be 1 to 20.
            {"some_text":"a","max_tries":"5"}               | max_tries    | This must be a whole number.
            {"some_text":"a","max_tries":5.5}               | max_tries    | This must be a whole number.
            {"some_text":"a","share":1.5}                   | share        | This must be 0 to 1.
            {"some_text":"a","share":"x"}                   | share        | This must be a number.
            {"some_text":"a","flag":"true"}                 | flag         | This must be true or false.
            {"some_text":"a","mode":"GLOBAL"}               | mode         | This must be one of: global, per_provider.
            {"some_text":"a","span":"1 hour"}               | span         | This must be a time span such as hours=1;minutes=30 or PT1H30M.
            {"some_text":"a","span":"-PT1H"}                | span         | This must be a time span such as hours=1;minutes=30 or PT1H30M.
            {"some_text":"a","address":"a b"}               | address      | This must be an address such as https://app.example.org/.
            {"some_text":"a","flow":"x"}                    | flow         | This must be a UUID.
            {"some_text":"a","groups":["x"]}                | groups.0     | This must be a UUID.
            {"some_text":"a","groups":"x"}                  | groups       | This must be a list.
            {"some_text":"a","few":["a","b","c"]}           | few          | This list must have 0 to 2 elements.
            {"some_text":"a","number":99999999999}          | number       | This must be -2147483648 to 2147483647.
            {"some_text":"a","free":[]}                     | free         | This must be an object.
            {"some_text":"a","nested":"x"}                  | nested       | This must be an object.
            {"some_text":"a","nested":{"name":""}}          | nested.name  | This must not be empty.
            {"some_text":"a","nested":{"name":"n","x":1}}   | nested.x     | There is no such field.
            {"some_text":"a","many":[{"name":"a"},{}]}      | many.1.name  | This field is required.
            {"some_text":"a","many":[{"name":"refused"}]}   | many.0       | A name cannot be refused.
            {"some_text":"a","max_tries":13}                | non_field_errors | 13 tries bring bad luck.
            {"some_text":"a","secret":"********"}           | secret       | Give the secret itself; there is none yet.
            {"some_text":"a","secret":{"$sealed":"x"}}      | secret       | This must be text.
            {"some_text":"a","hash":{"$sha256":"x"}}        | hash         | This must be text.
            {"some_text":"a","unknown":1}                   | unknown      | There is no such field.
            """)
    void whatDoesNotFitIsRefusedAtItsPlace(String json, String field, String sentence) {
        assertThatThrownBy(() -> shape.create(JsonText.read(json), sealer))
                .isInstanceOfSatisfying(
                        InvalidFieldsException.class,
                        e -> assertThat(e.fields()).containsOnlyKeys(field).containsValue(List.of(sentence)));
    }

    @Test
    void allWrongFieldsAreNamedAtOnce() {
        assertThatThrownBy(() -> shape.create(JsonText.read("{\"max_tries\":0,\"x\":1}"), sealer))
                .isInstanceOfSatisfying(InvalidFieldsException.class, e -> assertThat(e.fields())
                        .containsOnlyKeys("some_text", "max_tries", "x"));
    }

    @Test
    void secretsStayWhenTheyAreAbsentOrMasked() {
        JsonObject before = store(
                "{\"some_text\":\"abc\",\"secret\":\"one\",\"hash\":\"two\",\"client_id\":\"me\",\"max_tries\":9}");

        JsonObject replaced = shape.update(JsonText.read("{\"some_text\":\"abc\"}"), before, false, sealer)
                .fields();
        JsonObject masked = shape.update(JsonText.read("{\"secret\":\"********\"}"), before, true, sealer)
                .fields();

        assertThat(replaced.get("secret")).isEqualTo(before.get("secret"));
        assertThat(replaced.get("hash")).isEqualTo(before.get("hash"));
        assertThat(replaced.get("client_id")).isEqualTo(before.get("client_id"));
        assertThat(replaced.integer("max_tries")).contains(5L);
        assertThat(masked).isEqualTo(before);
        assertThat(shape.update(JsonText.read("{\"secret\":\"\"}"), before, true, sealer)
                        .fields()
                        .has("secret"))
                .isFalse();
    }

    @Test
    void aMaskedSecretOfAListStaysWithItsElement() {
        JsonObject before = store(
                "{\"some_text\":\"a\",\"many\":[{\"name\":\"one\",\"key\":\"1\"},{\"name\":\"two\",\"key\":\"2\"}]}");
        JsonObject swapped = shape.update(
                        JsonText.read(
                                "{\"many\":[{\"name\":\"two\",\"key\":\"********\"},{\"name\":\"one\",\"key\":\"********\"}]}"),
                        before,
                        true,
                        sealer)
                .fields();
        AllTypes bound = ObjectShape.bind(AllTypes.class, swapped, sealer);
        assertThat(bound.many().get(0).key()).contains(SecretText.of("2"));
        assertThat(bound.many().get(1).key()).contains(SecretText.of("1"));
        assertThatThrownBy(() -> shape.update(
                        JsonText.read("{\"many\":[{\"name\":\"three\",\"key\":\"********\"}]}"), before, true, sealer))
                .hasMessageContaining("many.0.key");
    }

    @Test
    void storedFieldsOfAnotherVersionBindAsFarAsTheyFit() {
        JsonObject stored = store("{\"some_text\":\"abc\",\"client_id\":\"me\"}")
                .with("of_the_future", 1)
                .without("max_tries");
        assertThat(ObjectShape.bind(AllTypes.class, stored, sealer).maxTries()).isEqualTo(5);
        assertThatThrownBy(() -> ObjectShape.bind(AllTypes.class, stored.without("some_text"), sealer))
                .isInstanceOf(InvalidFieldsException.class);
    }

    @Test
    void aSecretSealedWithAnotherKeyIsToldOf() {
        JsonObject stored =
                store("{\"some_text\":\"abc\",\"secret\":\"one\"}").with("secret", JsonObject.of("$sealed", "changed"));
        assertThatThrownBy(() -> ObjectShape.bind(AllTypes.class, stored, sealer))
                .hasMessageContaining("secret: The stored secret cannot be read");
    }

    @Test
    void ofAnAbsentTypeNothingSecretIsShown() {
        JsonObject shown = ObjectShape.showUnknown(
                store("{\"some_text\":\"abc\",\"secret\":\"one\",\"nested\":{\"name\":\"n\",\"key\":\"k\"}}"));
        assertThat(shown.text("secret")).contains("********");
        assertThat(shown.has("hash")).isFalse();
        assertThat(shown.object("nested").orElseThrow().text("key")).contains("********");
    }

    record Unsupported(java.util.Date date) {}

    record Endless(Optional<Endless> inner) {}

    @Test
    void recordsThatSettingsCannotBeAreRefused() {
        assertThatThrownBy(() -> ObjectShape.of(List.of(Unsupported.class))).hasMessageContaining("date");
        assertThatThrownBy(() -> ObjectShape.of(List.of(Endless.class))).hasMessageContaining("hold themselves");
    }

    private JsonObject store(String json) {
        return shape.create(JsonText.read(json), sealer).fields();
    }
}
