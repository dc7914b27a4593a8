package org.gatewright.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatewright.kernel.flow.FlowEngineTest.component;

import java.util.Optional;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.port.flow.FlowReply;
import org.gatewright.port.plugins.TypeVersion;
import org.gatewright.port.plugins.VersionState;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stages that come and go while somebody signs in. */
class UnavailableStageTest {

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
    }

    @Test
    void a_flow_waits_for_a_stage_that_is_gone_and_goes_on_when_it_is_back() {
        browser.show(LOGIN);
        browser.answer(LOGIN, "uid_field", "alice");
        house.catalogue.uninstall(Kind.STAGE, "password");
        FlowReply waiting = browser.answer(LOGIN, "password", "right");

        assertThat(waiting.status()).isEqualTo(503);
        assertThat(component(waiting)).isEqualTo("xak-flow-stage-unavailable");
        assertThat(waiting.challenge().text("message").orElseThrow()).contains("login-password", "not available");
        assertThat(waiting.challenge().text("type")).hasValue("password");
        assertThat(waiting.challenge().integer("retry_after")).hasValue(3L);
        assertThat(browser.show(LOGIN).status()).isEqualTo(503);

        house.catalogue.install(Kind.STAGE, "password", Stages.password());
        assertThat(component(browser.show(LOGIN))).isEqualTo("ak-stage-password");
        browser.answer(LOGIN, "password", "right");
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void a_stage_that_goes_before_its_turn_does_not_undo_the_step_before() {
        browser.show(LOGIN);
        house.catalogue.uninstall(Kind.STAGE, "password");
        assertThat(browser.answer(LOGIN, "uid_field", "alice").status()).isEqualTo(503);

        house.catalogue.install(Kind.STAGE, "password", Stages.password());
        assertThat(browser.show(LOGIN).challenge().text("pending_user")).hasValue("alice");
    }

    @Test
    void a_flow_can_begin_before_its_stages_are_installed() {
        house.catalogue.uninstall(Kind.STAGE, "identification");
        assertThat(browser.show(LOGIN).status()).isEqualTo(503);

        house.catalogue.install(Kind.STAGE, "identification", Stages.identify(house));
        assertThat(component(browser.show(LOGIN))).isEqualTo("ak-stage-identification");
    }

    @Test
    void a_stage_that_fails_changes_nothing() {
        browser.show(LOGIN);
        browser.answer(LOGIN, "uid_field", "alice");
        house.catalogue.install(Kind.STAGE, "password", (Stage) context -> {
            throw new IllegalStateException("secret of the plug-in");
        });
        FlowReply failed = browser.answer(LOGIN, "password", "right");

        assertThat(failed.status()).isEqualTo(503);
        assertThat(failed.challenge().text("message").orElseThrow()).doesNotContain("secret of the plug-in");
        assertThat(house.catalogue.openLeases()).isZero();
        house.catalogue.install(Kind.STAGE, "password", Stages.password());
        browser.answer(LOGIN, "password", "right");
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void a_version_with_another_shape_of_state_begins_its_step_again() {
        house.catalogue.install(version("1.0.0", 1), counting());
        browser.show(LOGIN);
        browser.answer(LOGIN, "x", "1");
        house.catalogue.install(version("1.1.0", 1), counting());
        assertThat(browser.answer(LOGIN, "x", "1").challenge().integer("count")).hasValue(2L);

        house.catalogue.install(version("2.0.0", 2), counting());
        assertThat(browser.answer(LOGIN, "x", "1").challenge().integer("count")).hasValue(0L);
    }

    @Test
    void a_stage_that_an_administrator_removed_ends_the_flow() {
        browser.show(LOGIN);
        house.configuration.objects.clear();

        assertThat(component(browser.answer(LOGIN, "uid_field", "alice"))).isEqualTo("ak-stage-access-denied");
    }

    private static TypeVersion version(String version, int stateVersion) {
        return new TypeVersion(
                Kind.STAGE,
                "identification",
                version,
                stateVersion,
                "test",
                VersionState.ACTIVE,
                "",
                "",
                "",
                Optional.empty());
    }

    /** Counts its answers in its state. */
    private static Stage counting() {
        return context -> {
            long count = context.state().integer("count").orElse(0L)
                    + (context.answers().isPresent() ? 1 : 0);
            return new StageResult.Ask(
                    new Challenge("count", JsonObject.of("count", count), java.util.List.of()),
                    JsonObject.of("count", count),
                    false,
                    java.util.List.of());
        };
    }
}
