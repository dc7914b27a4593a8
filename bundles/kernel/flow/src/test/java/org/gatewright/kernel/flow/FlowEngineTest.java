package org.gatewright.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.gatewright.port.configuration.Designation;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.port.configuration.FlowFields.Authentication;
import org.gatewright.port.configuration.StageBindingFields.InvalidResponseAction;
import org.gatewright.port.flow.CookieNames;
import org.gatewright.port.flow.FlowReply;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.stage.StageResult;
import org.junit.jupiter.api.Test;

/** Flows that are opened directly. */
class FlowEngineTest {

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

    static String component(FlowReply reply) {
        return reply.challenge().text("component").orElseThrow();
    }

    @Test
    void signs_in_step_by_step_and_goes_home() {
        login();
        house.user("alice");

        assertThat(component(browser.show(LOGIN))).isEqualTo("ak-stage-identification");
        FlowReply password = browser.answer(LOGIN, "uid_field", "alice");
        assertThat(component(password)).isEqualTo("ak-stage-password");
        assertThat(password.challenge().text("pending_user")).hasValue("alice");
        FlowReply end = browser.answer(LOGIN, "password", "right");

        assertThat(component(end)).isEqualTo("xak-flow-redirect");
        assertThat(end.challenge().text("to")).hasValue("/");
        assertThat(browser.isSignedIn()).isTrue();
        assertThat(browser.cookies).containsKey(CookieNames.CSRF).doesNotContainKey(CookieNames.FLOW);
        assertThat(house.events.actions()).containsExactly("login");
        assertThat(house.catalogue.openLeases()).isZero();
        assertThat(house.users
                        .list(org.gatewright.port.paging.PageRequest.first())
                        .items()
                        .get(0)
                        .lastLogin())
                .hasValue(house.clock.instant());
    }

    @Test
    void a_challenge_has_the_shape_of_the_executor() {
        login();
        JsonObject challenge = browser.show(LOGIN).challenge();

        assertThat(challenge.object("flow_info").orElseThrow().members())
                .containsEntry("title", "Welcome")
                .containsEntry("background", "")
                .containsEntry("cancel_url", "/flows/-/cancel/")
                .containsEntry("layout", "stacked");
        assertThat(challenge.objects("fields").get(0).members())
                .containsEntry("field_key", "uid_field")
                .containsEntry("type", "text")
                .containsEntry("required", true)
                .containsEntry("order", 0L);
        assertThat(challenge.has("response_errors")).isFalse();
        assertThat(challenge.has("pending_user")).isFalse();
    }

    @Test
    void somebody_who_does_not_exist_is_shown_like_somebody_who_does() {
        login();
        house.user("alice");
        browser.show(LOGIN);
        JsonObject pretended = browser.answer(LOGIN, "uid_field", "nobody").challenge();
        Browser other = new Browser(house);
        other.show(LOGIN);
        JsonObject real = other.answer(LOGIN, "uid_field", "alice").challenge();

        assertThat(withoutName(pretended)).isEqualTo(withoutName(real));
        assertThat(pretended.text("pending_user")).hasValue("nobody");
        assertThat(pretended.text("pending_user_avatar")).hasValue(InitialsAvatar.of("nobody"));
        assertThat(real.text("pending_user_avatar")).hasValue(InitialsAvatar.of("alice"));
    }

    @Test
    void a_pretended_user_is_nobody_even_in_the_browser_of_somebody() {
        login();
        Browser alices = house.signedIn(house.user("alice"));
        alices.show(LOGIN);
        alices.answer(LOGIN, "uid_field", "nobody");

        assertThat(alices.answer(LOGIN, "password", "right").challenge().has("response_errors"))
                .isTrue();
    }

    @Test
    void visits_that_nobody_answers_make_no_row() {
        login();
        browser.show(LOGIN);
        browser.show(LOGIN);

        assertThat(house.hasRow(browser.cookies.get(CookieNames.FLOW))).isFalse();
        browser.answer(LOGIN, "uid_field", "alice");
        assertThat(house.hasRow(browser.cookies.get(CookieNames.FLOW))).isTrue();
    }

    @Test
    void a_plan_too_long_for_a_cookie_gets_a_row_and_a_handle() {
        Entry<FlowFields> flow = house.flow("login");
        for (int i = 0; i < 40; i++) {
            house.step(flow, "identification", Stages.identify(house));
        }
        browser.show(LOGIN);

        String ticket = browser.cookies.get(CookieNames.FLOW);
        assertThat(ticket.length()).isLessThan(1000);
        assertThat(house.hasRow(ticket)).isTrue();
        assertThat(component(browser.answer(LOGIN, "uid_field", "alice"))).isEqualTo("ak-stage-identification");
    }

    @Test
    void answers_that_are_refused_are_counted_and_audited() {
        login();
        house.user("alice");
        browser.show(LOGIN);
        browser.answer(LOGIN, "uid_field", "alice");
        FlowReply refused = browser.answer(LOGIN, "password", "wrong");
        browser.answer(LOGIN, "password", "wrong");

        assertThat(refused.challenge().object("response_errors").orElseThrow().objects("password"))
                .containsExactly(JsonObject.of("string", "Invalid password").with("code", "invalid"));
        assertThat(house.events.recorded())
                .extracting(event -> event.context().integer("failures").orElseThrow())
                .containsExactlyInAnyOrder(0L, 1L);
        assertThat(house.events.recorded()).allMatch(event -> event.username().equals("alice"));
    }

    @Test
    void answers_to_another_step_only_show_where_the_flow_is() {
        login();
        browser.show(LOGIN);
        FlowReply reply = browser.answer(
                LOGIN, JsonObject.of("component", "ak-stage-password").with("uid_field", "alice"));

        assertThat(component(reply)).isEqualTo("ak-stage-identification");
    }

    @Test
    void a_flow_lives_for_an_hour() {
        login();
        browser.show(LOGIN);
        browser.answer(LOGIN, "uid_field", "alice");
        house.clock.advance(Duration.ofMinutes(59));
        assertThat(component(browser.show(LOGIN))).isEqualTo("ak-stage-password");
        house.clock.advance(Duration.ofMinutes(1));

        assertThat(component(browser.show(LOGIN))).isEqualTo("ak-stage-identification");
    }

    @Test
    void another_flow_begins_anew() {
        login();
        house.step(house.flow("join"), "prompt", Stages.prompt("username"));
        browser.show(LOGIN);
        assertThat(component(browser.show("/if/flow/join/"))).isEqualTo("ak-stage-prompt");
        assertThat(component(browser.show(LOGIN))).isEqualTo("ak-stage-identification");
    }

    @Test
    void cancelling_forgets_the_flow() {
        login();
        assertThat(house.engine.cancel(browser.visit(LOGIN)))
                .allMatch(change ->
                        change.name().equals(CookieNames.FLOW) && change.value().isEmpty());
    }

    @Test
    void an_unknown_flow_is_said_to_be_unknown() {
        FlowReply reply = browser.show("/if/flow/nothing/");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(component(reply)).isEqualTo("xak-flow-error");
    }

    @Test
    void opening_the_flow_that_signs_out_signs_out() {
        Entry<FlowFields> flow = house.flow("logout", Designation.INVALIDATION, Authentication.NONE);
        house.step(flow, "user_logout", Stages.logout());
        Browser alices = house.signedIn(house.user("alice"));
        String stolen = alices.cookies.get(CookieNames.SESSION);

        assertThat(component(alices.show("/if/flow/logout/"))).isEqualTo("xak-flow-redirect");
        assertThat(alices.cookies).doesNotContainKey(CookieNames.SESSION);
        assertThat(house.sessions.resolve(stolen)).isEmpty();
        assertThat(house.events.recorded()).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo("logout");
            assertThat(event.username()).isEqualTo("alice");
        });
    }

    @Test
    void signing_in_ends_the_session_of_before() {
        login();
        house.user("bob");
        Browser alices = house.signedIn(house.user("alice"));
        String before = alices.cookies.get(CookieNames.SESSION);
        alices.show(LOGIN);
        alices.answer(LOGIN, "uid_field", "bob");
        alices.answer(LOGIN, "password", "right");

        assertThat(house.sessions.resolve(before)).isEmpty();
        assertThat(alices.cookies.get(CookieNames.SESSION)).isNotEqualTo(before);
        assertThat(alices.isSignedIn()).isTrue();
    }

    @Test
    void a_stage_that_denies_ends_the_flow_with_its_effects() {
        Entry<FlowFields> flow = house.flow("login");
        house.step(flow, "prompt", Stages.prompt("code"));
        house.step(
                flow,
                "deny",
                context -> new StageResult.Denied("No.", List.of(new Effect.Audit("denied", JsonObject.empty()))));
        browser.show(LOGIN);
        String first = browser.cookies.get(CookieNames.FLOW);
        FlowReply denied = browser.answer(LOGIN, "code", "1");

        assertThat(component(denied)).isEqualTo("ak-stage-access-denied");
        assertThat(denied.challenge().text("error_message")).hasValue("No.");
        assertThat(house.events.actions()).containsExactly("denied");
        browser.cookies.put(CookieNames.FLOW, first);
        assertThat(component(browser.answer(LOGIN, "code", "1"))).isEqualTo("xak-flow-redirect");
        assertThat(house.events.actions()).containsExactly("denied");
    }

    @Test
    void steps_are_measured_by_type_and_outcome() {
        login();
        browser.show(LOGIN);

        assertThat(house.meter.measurements()).anySatisfy(measured -> {
            assertThat(measured.name()).isEqualTo("flow_step_seconds");
            assertThat(measured.labels())
                    .containsEntry("type", "identification")
                    .containsEntry("outcome", "ask");
        });
    }

    private static JsonObject withoutName(JsonObject challenge) {
        return challenge.without("pending_user").without("pending_user_avatar");
    }
}
