package org.gatewright.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatewright.kernel.flow.FlowEngineTest.component;

import java.util.List;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.flow.CookieNames;
import org.gatewright.port.flow.FlowReply;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an attacker may try. */
class FlowAttackTest {

    private static final String LOGIN = "/if/flow/login/";

    private final House house = new House();
    private final Browser browser = new Browser(house);

    @BeforeEach
    void login() {
        Entry<FlowFields> flow = house.flow("login");
        house.step(flow, "identification", Stages.identify(house));
        house.step(flow, "password", Stages.password());
        house.step(flow, "user_login", Stages.login());
        house.user("alice");
        browser.show(LOGIN);
    }

    @Test
    void a_tampered_state_is_no_state() {
        String state = browser.cookies.get(CookieNames.FLOW);
        String tampered = state.substring(0, state.length() - 2) + (state.endsWith("A") ? "BB" : "AA");
        FlowReply refused = browser.show(LOGIN + "?state=" + tampered);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(component(refused)).isEqualTo("ak-stage-access-denied");
        browser.cookies.put(CookieNames.FLOW, tampered);
        assertThat(component(browser.answer(LOGIN, "password", "right"))).isEqualTo("ak-stage-identification");
    }

    @Test
    void who_is_locked_while_the_password_is_checked_gets_no_session() {
        Stage password = Stages.password();
        house.catalogue.install(Kind.STAGE, "password", (Stage) context -> {
            StageResult result = password.handle(context);
            context.user().filter(user -> context.answers().isPresent()).ifPresent(this::lock);
            return result;
        });
        browser.answer(LOGIN, "uid_field", "alice");
        FlowReply refused = browser.answer(LOGIN, "password", "right");

        assertThat(component(refused)).isEqualTo("ak-stage-access-denied");
        assertThat(browser.isSignedIn()).isFalse();
    }

    private void lock(User user) {
        UserFields active = House.fields(user.username(), List.of());
        house.database
                .users()
                .replace(
                        user.id(),
                        new UserFields(
                                active.username(),
                                active.name(),
                                active.email(),
                                false,
                                active.type(),
                                active.path(),
                                active.attributes(),
                                active.groups()));
    }

    @Test
    void the_state_of_another_browser_is_refused() {
        browser.answer(LOGIN, "uid_field", "alice");
        String state = browser.cookies.get(CookieNames.FLOW);
        Browser thief = new Browser(house);

        assertThat(thief.show(LOGIN + "?state=" + state).status()).isEqualTo(400);
        thief.show(LOGIN);
        assertThat(thief.answer(LOGIN + "?state=" + state, "password", "right").status())
                .isEqualTo(400);
        thief.cookies.put(CookieNames.FLOW, state);
        assertThat(component(thief.answer(LOGIN, "password", "right"))).isEqualTo("ak-stage-identification");
        assertThat(thief.isSignedIn()).isFalse();
    }

    @Test
    void the_state_of_one_flow_is_none_of_another() {
        house.step(house.flow("join"), "prompt", Stages.prompt("username"));
        String state = browser.cookies.get(CookieNames.FLOW);

        assertThat(browser.show("/if/flow/join/?state=" + state).status()).isEqualTo(400);
    }

    @Test
    void the_first_state_of_a_flow_that_is_over_is_worth_nothing() {
        String first = browser.cookies.get(CookieNames.FLOW);
        browser.answer(LOGIN, "uid_field", "alice");
        browser.answer(LOGIN, "password", "right");
        browser.cookies.remove(CookieNames.SESSION);

        FlowReply over = browser.show(LOGIN + "?state=" + first);
        assertThat(over.status()).isEqualTo(400);
        assertThat(over.challenge().text("error_message").orElseThrow()).contains("is over");
        assertThat(browser.answer(LOGIN + "?state=" + first, "password", "right")
                        .status())
                .isEqualTo(400);
        browser.cookies.put(CookieNames.FLOW, first);
        assertThat(component(browser.answer(LOGIN, "password", "right"))).isEqualTo("xak-flow-redirect");
        browser.cookies.put(CookieNames.FLOW, first);
        assertThat(component(browser.show(LOGIN))).isEqualTo("ak-stage-identification");
        assertThat(browser.isSignedIn()).isFalse();
        assertThat(house.events.actions()).containsExactly("login");
    }

    @Test
    void the_first_state_does_not_go_back_behind_the_row() {
        String first = browser.cookies.get(CookieNames.FLOW);
        browser.answer(LOGIN, "uid_field", "alice");
        browser.answer(LOGIN, "password", "wrong");
        browser.cookies.put(CookieNames.FLOW, first);

        assertThat(component(browser.show(LOGIN))).isEqualTo("ak-stage-password");
        browser.answer(LOGIN, "password", "wrong");
        assertThat(house.events.recorded())
                .extracting(event -> event.context().integer("failures").orElseThrow())
                .containsExactlyInAnyOrder(0L, 1L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "/%0d/evil/../\\evil",
                "javascript:alert(1)",
                "evil.example",
                "/\t/evil.example",
                "/ /evil.example",
                "/\u0000x",
                "/p\u00e4th"
            })
    void next_leads_nowhere_else(String next) {
        assertThat(SafeTarget.of(java.util.Optional.of(next))).isEmpty();
    }

    @Test
    void next_leads_to_paths_of_this_server() {
        browser.answer(LOGIN, "uid_field", "alice");

        assertThat(browser.answer(LOGIN + "?next=/if/user/", "password", "right")
                        .challenge()
                        .text("to"))
                .hasValue("/if/user/");
    }

    @Test
    void secrets_among_the_facts_are_in_no_challenge() {
        Entry<FlowFields> flow = house.flow("setup");
        house.step(
                flow,
                "secret",
                context ->
                        new StageResult.Done(JsonObject.of("secret_data", JsonObject.of("password", "s3cret-value"))));
        house.step(flow, "broken", context -> {
            if (context.answers().isPresent()) {
                throw new IllegalStateException("boom");
            }
            return new StageResult.Ask(new Challenge(Challenge.PROMPT, JsonObject.empty(), List.of()));
        });
        FlowReply shown = browser.show("/if/flow/setup/");
        FlowReply failed = browser.answer("/if/flow/setup/", "x", "typed-value");

        assertThat(everything(shown.challenge())).doesNotContain("s3cret-value");
        assertThat(failed.status()).isEqualTo(503);
        assertThat(everything(failed.challenge())).doesNotContain("s3cret-value", "typed-value", "boom");
        assertThat(browser.visit(LOGIN).toString()).doesNotContain("s3cret-value");
        assertThat(ExecutionText.read(house.sealer
                                .open("flow", browser.cookies.get(CookieNames.FLOW))
                                .orElseThrow())
                        .orElseThrow()
                        .toString())
                .doesNotContain("s3cret-value");
    }

    private static String everything(JsonObject challenge) {
        return org.gatewright.json.JsonText.write(challenge);
    }
}
