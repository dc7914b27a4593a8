package org.gatewright.rest.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gatewright.json.Schemas;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.Test;

class ShownSettingsTest {

    private static final JsonObject SECRET =
            Schemas.TEXT.with("writeOnly", true).with("minLength", 20);

    private static JsonObject record(JsonObject properties, String... required) {
        return JsonObject.of("type", "object")
                .with("properties", properties)
                .with("required", List.of(required))
                .with("additionalProperties", false);
    }

    @Test
    void whatHasADefaultIsAlwaysThereAndSecretsAreNever() {
        JsonObject shown = ShownSettings.of(record(
                JsonObject.of("name", Schemas.TEXT)
                        .with("tries", Schemas.NUMBER.with("default", 5))
                        .with("note", Schemas.TEXT)
                        .with("secret", SECRET),
                "name",
                "secret"));

        assertThat(shown.texts("required")).containsExactly("name", "tries");
        assertThat(shown.has("additionalProperties")).isFalse();
        assertThat(secret(shown).has("minLength")).isFalse();
        assertThat(secret(shown).has("writeOnly")).isFalse();
    }

    @Test
    void looksIntoListsAndRecords() {
        JsonObject inner = record(JsonObject.of("secret", SECRET), "secret");
        JsonObject shown = ShownSettings.of(record(JsonObject.of("one", inner).with("many", Schemas.list(inner))));

        JsonObject properties = shown.object("properties").orElseThrow();
        assertThat(secret(properties.object("one").orElseThrow()).has("minLength"))
                .isFalse();
        assertThat(secret(properties
                                .object("many")
                                .orElseThrow()
                                .object("items")
                                .orElseThrow())
                        .has("minLength"))
                .isFalse();
    }

    @Test
    void anAddressMayBeEmptyUnlessItMayNot() {
        JsonObject address = Schemas.TEXT.with("format", "uri");
        JsonObject properties = ShownSettings.of(
                        record(JsonObject.of("maybe", address).with("must", address.with("minLength", 1))))
                .object("properties")
                .orElseThrow();

        assertThat(properties.object("maybe").orElseThrow().objects("anyOf")).hasSize(2);
        assertThat(properties.object("must").flatMap(must -> must.text("format")))
                .hasValue("uri");
    }

    @Test
    void generatedSecretsAreShownOnce() {
        JsonObject made = ShownSettings.generated(record(JsonObject.of("name", Schemas.TEXT.with("x-generated", 40))
                .with("secret", SECRET.with("x-generated", 128))));

        assertThat(made.object("properties").orElseThrow().members()).containsOnlyKeys("secret");
    }

    private static JsonObject secret(JsonObject schema) {
        return schema.object("properties")
                .flatMap(properties -> properties.object("secret"))
                .orElseThrow();
    }
}
