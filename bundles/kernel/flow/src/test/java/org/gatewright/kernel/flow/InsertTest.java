package org.gatewright.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.port.configuration.Model;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.plugin.NoSettings;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageResult;
import org.junit.jupiter.api.Test;

/** A stage has others asked first. */
class InsertTest {

    private static final String PAGE = "/if/flow/long/";

    private final House house = new House();
    private final Entry<FlowFields> flow = house.flow("long");
    private final Browser browser = new Browser(house);
    private final List<JsonObject> states = new ArrayList<>();

    private UUID stage(String type, Stage stage) {
        house.catalogue.install(Kind.STAGE, type, stage);
        return house.configuration
                .add(Model.STAGE, type, "extra-" + type, new NoSettings())
                .id();
    }

    private static Stage asking(String name) {
        return context ->
                context.answers().flatMap(answers -> answers.text(name)).isPresent()
                        ? new StageResult.Done(JsonObject.of(name, true))
                        : new StageResult.Ask(Stages.challenge("ask-" + name, name));
    }

    private String component(String name, Object value) {
        return browser.answer(PAGE, name, value).challenge().text("component").orElse("");
    }

    @Test
    void asksTheOthersInOrderAndThenTheStageAgain() {
        UUID one = stage("one", asking("one"));
        UUID two = stage("two", asking("two"));
        house.step(flow, "inserting", context -> {
            states.add(context.state());
            assertThat(context.answers()).isEmpty();
            return context.facts().has("two")
                    ? new StageResult.Done(JsonObject.empty())
                    : new StageResult.Insert(List.of(one, two), JsonObject.of("kept", "this"));
        });
        house.step(flow, "last", asking("last"));

        assertThat(browser.show(PAGE).challenge().text("component")).contains("ask-one");
        assertThat(component("one", "x")).isEqualTo("ask-two");
        assertThat(component("two", "x")).isEqualTo("ask-last");
        assertThat(states).containsExactly(JsonObject.empty(), JsonObject.of("kept", "this"));
    }

    @Test
    void aStageThatAsksForOthersWithoutAnEndEndsTheFlow() {
        UUID nothing = stage("nothing", context -> new StageResult.Done(JsonObject.empty()));
        house.step(flow, "inserting", context -> new StageResult.Insert(List.of(nothing), JsonObject.empty()));
        assertThat(browser.show(PAGE).challenge().text("component")).contains("ak-stage-access-denied");
    }

    @Test
    void aStageThatIsNotThereIsNotSkipped() {
        house.step(
                flow,
                "inserting",
                context -> new StageResult.Insert(List.of(UUID.randomUUID()), JsonObject.of("again", true)));
        assertThat(browser.show(PAGE).challenge().text("component")).contains("ak-stage-access-denied");
    }
}
