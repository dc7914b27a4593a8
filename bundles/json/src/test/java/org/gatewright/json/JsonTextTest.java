package org.gatewright.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @Test
    void readsWhatItWrites() {
        JsonObject object = JsonObject.of(Map.of(
                "text",
                "a\"\\\u00e9\u2028",
                "number",
                42,
                "fraction",
                1.5,
                "flag",
                true,
                "list",
                List.of("x", Map.of("y", 1))));

        assertThat(JsonText.read(JsonText.write(object))).isEqualTo(object);
    }

    @Test
    void treatsNullAsAbsent() {
        assertThat(JsonText.read("{\"a\":null}").has("a")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "{", "{} x", "{\"a\":1,\"a\":2}", "{a:1}", "{\"a\":NaN}"})
    void refusesWhatIsNotOneObject(String text) {
        assertThatThrownBy(() -> JsonText.read(text)).isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void refusesDeepNesting() {
        assertThatThrownBy(() -> JsonText.read("{\"a\":".repeat(40) + "1" + "}".repeat(40)))
                .isInstanceOf(JsonSyntaxException.class);
    }
}
