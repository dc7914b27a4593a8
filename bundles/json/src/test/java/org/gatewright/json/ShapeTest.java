package org.gatewright.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.Test;

class ShapeTest {

    private record Tea(String name, int cups, Optional<String> milk) {}

    private static final Shape<Tea> SHAPE = Shape.<Tea>empty()
            .shown("pk", Schemas.NUMBER, Tea::cups)
            .field("name", Schemas.TEXT, Tea::name)
            .optional("milk", Schemas.TEXT, Tea::milk)
            .shownIfAny("sugar", Schemas.FLAG, tea -> Optional.empty())
            .given("password", Schemas.TEXT)
            .needing("name");

    @Test
    void showsWhatIsThereInOrder() {
        assertThat(SHAPE.show(new Tea("Assam", 2, Optional.of("oat"))).members())
                .containsExactly(
                        java.util.Map.entry("pk", 2L),
                        java.util.Map.entry("name", "Assam"),
                        java.util.Map.entry("milk", "oat"));
        assertThat(SHAPE.show(new Tea("Assam", 2, Optional.empty())).has("milk"))
                .isFalse();
    }

    @Test
    void describesWhatItShows() {
        assertThat(SHAPE.schema())
                .isEqualTo(JsonObject.of("type", "object")
                        .with(
                                "properties",
                                JsonObject.of("pk", Schemas.NUMBER)
                                        .with("name", Schemas.TEXT)
                                        .with("milk", Schemas.TEXT)
                                        .with("sugar", Schemas.FLAG))
                        .with("required", List.of("pk", "name")));
    }

    @Test
    void describesWhatItTakes() {
        assertThat(SHAPE.input())
                .isEqualTo(JsonObject.of("type", "object")
                        .with(
                                "properties",
                                JsonObject.of("name", Schemas.TEXT)
                                        .with("milk", Schemas.TEXT)
                                        .with("password", Schemas.TEXT))
                        .with("required", List.of("name")));
    }
}
