package org.gatewright.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatewright.kernel.flow.FlowEngineTest.component;

import java.util.concurrent.atomic.AtomicInteger;
import org.gatewright.port.configuration.Designation;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.port.configuration.FlowFields.Authentication;
import org.gatewright.port.configuration.StageBindingFields;
import org.gatewright.port.configuration.StageBindingFields.InvalidResponseAction;
import org.gatewright.port.flow.FlowReply;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.stage.FactNames;
import org.junit.jupiter.api.Test;

/** Who may begin a flow, which steps it has, and how it begins again. */
class PlanningTest {

    private static final String LOGIN = "/if/flow/login/";

    private final House house = new House();
    private final Browser browser = new Browser(house);

    private Entry<FlowFields> login() {
        return login(InvalidResponseAction.RETRY);
    }

    private Entry<FlowFields> login(InvalidResponseAction onRefusal) {
        Entry<FlowFields> flow = house.flow("login");
        house.step(flow, "identification", Stages.identify(house));
        house.step(flow, "password", Stages.password(), onRefusal);
        house.step(flow, "user_login", Stages.login());
        return flow;
    }

    @Test
    void restarting_forgets_facts_but_not_failures() {
        login(InvalidResponseAction.RESTART);
        house.user("alice");
        browser.show(LOGIN);
        browser.answer(LOGIN, "uid_field", "alice");
        FlowReply again = browser.answer(LOGIN, "password", "wrong");

        assertThat(component(again)).isEqualTo("ak-stage-identification");
        assertThat(again.challenge().has("pending_user")).isFalse();
        assertThat(again.challenge().object("response_errors").orElseThrow().has("non_field_errors"))
                .isTrue();
        browser.answer(LOGIN, "uid_field", "alice");
        browser.answer(LOGIN, "password", "wrong");
        assertThat(house.events.recorded())
                .extracting(event -> event.context().integer("failures").orElseThrow())
                .containsExactlyInAnyOrder(0L, 1L);
        assertThat(house.events.recorded()).allMatch(event -> event.username().equals("alice"));
    }

    @Test
    void restarting_with_context_keeps_facts() {
        login(InvalidResponseAction.RESTART_WITH_CONTEXT);
        house.user("alice");
        browser.show(LOGIN);
        browser.answer(LOGIN, "uid_field", "alice");

        assertThat(browser.answer(LOGIN, "password", "wrong").challenge().text("pending_user"))
                .hasValue("alice");
    }

    @Test
    void a_step_that_policies_refuse_is_left_out_at_its_time() {
        Entry<FlowFields> flow = house.flow("login");
        house.step(flow, "identification", Stages.identify(house));
        var password = house.step(flow, "password", Stages.password());
        house.step(flow, "prompt", Stages.prompt("code"));
        house.policies.rules.put(password.id(), question -> !question.facts()
                .text(FactNames.PENDING_USER_IDENTIFIER)
                .equals(java.util.Optional.of("bob")));
        browser.show(LOGIN);

        assertThat(component(browser.answer(LOGIN, "uid_field", "bob"))).isEqualTo("ak-stage-prompt");
    }

    @Test
    void flow_policies_refuse_with_a_reference_that_the_audit_log_knows() {
        Entry<FlowFields> flow = login();
        house.policies.rules.put(flow.id(), question -> false);
        JsonObject refused = browser.show(LOGIN).challenge();

        assertThat(refused.text("component")).hasValue("ak-stage-access-denied");
        assertThat(refused.text("error_message")).hasValue("The rule says no.");
        assertThat(house.events.recorded()).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo("policy_execution");
            assertThat(event.context().text("reference")).isEqualTo(refused.text("reference"));
            assertThat(event.context().object("explanation")).isPresent();
        });
    }

    @Test
    void requirements_are_checked_before_planning() {
        house.flow("users", Designation.STAGE_CONFIGURATION, Authentication.REQUIRE_AUTHENTICATED);
        house.flow("guests", Designation.AUTHENTICATION, Authentication.REQUIRE_UNAUTHENTICATED);
        house.flow("admins", Designation.STAGE_CONFIGURATION, Authentication.REQUIRE_SUPERUSER);
        house.flow("protocols", Designation.AUTHENTICATION, Authentication.REQUIRE_REDIRECT);
        Browser alices = house.signedIn(house.user("alice"));

        assertThat(component(browser.show("/if/flow/users/"))).isEqualTo("ak-stage-access-denied");
        assertThat(component(alices.show("/if/flow/users/"))).isEqualTo("xak-flow-redirect");
        assertThat(alices.show("/if/flow/guests/?next=/if/user/").challenge().text("to"))
                .hasValue("/if/user/");
        assertThat(component(alices.show("/if/flow/admins/"))).isEqualTo("ak-stage-access-denied");
        assertThat(component(browser.show("/if/flow/protocols/"))).isEqualTo("ak-stage-access-denied");
    }

    @Test
    void a_step_that_is_decided_at_planning_stays_out() {
        Entry<FlowFields> flow = house.flow("login");
        var first = house.step(flow, "prompt", Stages.prompt("code"));
        house.step(flow, "identification", Stages.identify(house));
        StageBindingFields fields = first.value();
        Entry<StageBindingFields> planned = house.configuration.bind(new StageBindingFields(
                fields.target(),
                fields.stage(),
                -1,
                true,
                false,
                fields.policyEngineMode(),
                fields.invalidResponseAction()));
        house.configuration.bindings.remove(first);
        AtomicInteger asked = new AtomicInteger();
        house.policies.rules.put(planned.id(), question -> {
            asked.incrementAndGet();
            return false;
        });

        assertThat(component(browser.show(LOGIN))).isEqualTo("ak-stage-identification");
        browser.show(LOGIN);
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_silent_refusal_lets_the_visitor_go_on() {
        FlowFields fields = house.flow("login").value();
        Entry<FlowFields> silent = house.configuration.add(new FlowFields(
                fields.name(),
                fields.slug(),
                fields.title(),
                fields.designation(),
                "",
                fields.policyEngineMode(),
                false,
                fields.layout(),
                FlowFields.DeniedAction.CONTINUE,
                fields.authentication()));
        house.policies.rules.put(silent.id(), question -> false);

        assertThat(browser.show(LOGIN + "?next=/if/user/").challenge().text("to"))
                .hasValue("/if/user/");
    }
}
