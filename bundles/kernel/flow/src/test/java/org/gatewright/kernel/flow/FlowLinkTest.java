package org.gatewright.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.StageResult;
import org.junit.jupiter.api.Test;

/** Addresses of other flows that a stage puts on its page. */
class FlowLinkTest {

    private static final String LOGIN = "/if/flow/login/";

    private final House house = new House();
    private final Browser browser = new Browser(house);
    private final Entry<FlowFields> enrolment = house.flow("enrolment");

    @Test
    void leadsToTheFlow() {
        linkTo(enrolment.id());

        assertThat(link(LOGIN)).isEqualTo("/if/flow/enrolment/");
    }

    @Test
    void leadsOnToWhereTheFlowWasToLead() {
        linkTo(enrolment.id());

        String link = link(LOGIN + "?next=/if/user/?a=1");

        assertThat(link).isEqualTo("/if/flow/enrolment/?next=%2Fif%2Fuser%2F%3Fa%3D1");
        assertThat(browser.show("/if/flow/enrolment/?next=/if/user/?a=1")
                        .challenge()
                        .text("to"))
                .contains("/if/user/?a=1");
    }

    @Test
    void takesNoTargetThatTheFlowWouldNotTake() {
        linkTo(enrolment.id());

        assertThat(link(LOGIN + "?next=https://evil.example.org/")).isEqualTo("/if/flow/enrolment/");
    }

    @Test
    void isMissingIfThereIsNoSuchFlow() {
        linkTo(UUID.randomUUID());

        assertThat(link(LOGIN)).isEmpty();
    }

    private void linkTo(UUID flow) {
        house.step(
                house.flow("login"),
                "links",
                context -> new StageResult.Ask(new Challenge(
                        "links",
                        JsonObject.empty().with("link", context.address(flow).map(Object::toString)),
                        List.of())));
    }

    private String link(String page) {
        return browser.show(page).challenge().text("link").orElse("");
    }
}
