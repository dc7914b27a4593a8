package org.gatewright.rest.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.gatewright.json.JsonText;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.Test;

class SaidSchemaTest {

    @Test
    void saysTitlesAndHelpAtEachDepthAndLeavesTheRest() {
        JsonObject schema = JsonText.read("""
                {"type": "object", "title": "all", "properties": {
                    "title": {"type": "string", "title": "a", "description": "b", "default": "c", "enum": ["c"]},
                    "many": {"type": "array", "items": {"type": "object", "properties": {"x": {"title": "d"}}}}}}
                """);
        assertThat(SaidSchema.of(schema, text -> text.toUpperCase(Locale.ROOT))).isEqualTo(JsonText.read("""
                {"type": "object", "title": "ALL", "properties": {
                    "title": {"type": "string", "title": "A", "description": "B", "default": "c", "enum": ["c"]},
                    "many": {"type": "array", "items": {"type": "object", "properties": {"x": {"title": "D"}}}}}}
                """));
    }

    @Test
    void leavesOutWhatIsNotThere() {
        JsonObject bare = JsonObject.of("type", "object").with("required", (Object) List.of());
        assertThat(SaidSchema.of(bare, text -> "never")).isEqualTo(bare);
    }
}
