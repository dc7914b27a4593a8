package org.gatewright.console.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.gatewright.json.JsonText;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentsTest {

    private static final JsonObject SCHEMA = JsonText.read("""
            {"type": "object", "properties": {
              "name": {"type": "string"},
              "tries": {"type": "integer"},
              "share": {"type": "number"},
              "open": {"type": "boolean"},
              "more": {"type": "object"},
              "scopes": {"type": "array", "items": {"type": "string"}},
              "weights": {"type": "array", "items": {"type": "integer"}},
              "redirect_uris": {"type": "array", "items": {"type": "object",
                "properties": {"url": {"type": "string"}, "mode": {"type": "string"}}, "required": ["url"]}}
            }}""");

    private static JsonObject read(String... words) {
        return Assignments.read(List.of(words), SCHEMA);
    }

    private static Map<String, List<String>> errors(String... words) {
        try {
            read(words);
        } catch (InvalidFieldsException e) {
            return e.fields();
        }
        throw new AssertionError("it was read");
    }

    @Test
    void readsEachType() {
        assertThat(read("name=a = b", "tries=3", "share=0.5", "open=true", "more={\"a\":[1]}"))
                .isEqualTo(JsonText.read(
                        "{\"name\":\"a = b\",\"tries\":3,\"share\":0.5,\"open\":true,\"more\":{\"a\":[1]}}"));
    }

    @Test
    void readsNothing() {
        assertThat(read()).isEqualTo(JsonObject.empty());
        assertThat(read("name=").text("name")).hasValue("");
    }

    @Test
    void keepsNumbersInTextsAsText() {
        assertThat(read("name=42").text("name")).hasValue("42");
    }

    @Test
    void readsListsAsJsonOrWithCommas() {
        assertThat(read("scopes=openid,email")).isEqualTo(read("scopes=[\"openid\",\"email\"]"));
        assertThat(read("scopes=").list("scopes")).isEmpty();
        assertThat(read("weights=1,2").list("weights")).containsExactly(1L, 2L);
    }

    @Test
    void putsAValueInTheOneRequiredMember() {
        assertThat(read("redirect_uris=https://a.example/cb,https://b.example/cb"))
                .isEqualTo(JsonText.read(
                        "{\"redirect_uris\":[{\"url\":\"https://a.example/cb\"},{\"url\":\"https://b.example/cb\"}]}"));
    }

    @Test
    void namesTheKnownKeysForAnUnknownOne() {
        assertThat(errors("nmae=x")).containsOnlyKeys("nmae").allSatisfy((key, sentences) -> assertThat(sentences)
                .singleElement()
                .asString()
                .contains("no such setting", "name, tries, share, open, more, scopes, weights, redirect_uris"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "=x", ""})
    void wantsAKeyAndAValue(String word) {
        assertThatExceptionOfType(InvalidFieldsException.class)
                .isThrownBy(() -> read(word))
                .withMessageContaining("key=value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tries=", "tries=x", "open=yes", "more={", "scopes=[1", "weights=1,x", "tries=1,\"name\":2"})
    void namesTheSettingWhoseValueCannotBeRead(String word) {
        assertThat(errors(word)).containsOnlyKeys(word.substring(0, word.indexOf('=')));
    }
}
