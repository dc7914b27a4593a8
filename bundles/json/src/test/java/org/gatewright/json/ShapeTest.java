package org.gatewright.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
                .containsExactly(Map.entry("pk", 2L), Map.entry("name", "Assam"), Map.entry("milk", "oat"));
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

    @Test
    void saysWhichFieldsAreGivenInAnotherType() {
        Shape<Tea> shape = SHAPE.field("hot", Schemas.FLAG, Tea::name)
                .field("leaves", Schemas.NUMBER, Tea::name)
                .field("tags", Schemas.list(Schemas.ID), Tea::name)
                .field("attributes", Schemas.ANY_OBJECT, Tea::name);

        assertThat(shape.misfits(JsonObject.of("name", 1)
                        .with("hot", "false")
                        .with("leaves", 2.5)
                        .with("tags", List.of("a", 1))
                        .with("attributes", List.of())))
                .isEqualTo(Map.of(
                        "name", List.of("This must be text."),
                        "hot", List.of("This must be true or false."),
                        "leaves", List.of("This must be a whole number."),
                        "tags", List.of("In this list: This must be text."),
                        "attributes", List.of("This must be an object.")));
        assertThat(shape.misfits(JsonObject.of("tags", "a"))).containsKey("tags");
    }

    @Test
    void takesFieldsOfTheirOwnTypesAndLooksAtNoOthers() {
        assertThat(SHAPE.misfits(
                        JsonObject.of("name", "Assam").with("pk", "shown only").with("unknown", 1)))
                .isEmpty();
    }
}
