package org.gatewright.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatewright.kernel.flow.FlowEngineTest.component;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.port.configuration.Designation;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.port.configuration.FlowFields.Authentication;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.GroupFields;
import org.gatewright.port.flow.CookieNames;
import org.gatewright.port.flow.FlowReply;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserField;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.stage.FactNames;
import org.gatewright.spi.stage.StageResult;
import org.junit.jupiter.api.Test;

/** What stages have the engine do. */
class FlowEffectsTest {

    private static final String JOIN = "/if/flow/join/";

    private final House house = new House();
    private final Browser browser = new Browser(house);

    private void join(Authentication authentication) {
        Entry<FlowFields> flow = house.flow("join", Designation.ENROLLMENT, authentication);
        house.step(flow, "prompt", Stages.prompt("username"));
        house.step(flow, "user_write", Stages.createUser());
        house.step(flow, "user_login", Stages.login());
    }

    private Optional<User> user(String name) {
        return house.users.find(name, EnumSet.of(UserField.USERNAME), true);
    }

    @Test
    void a_created_user_is_the_user_of_the_flow_and_signed_in_in_one_turn() {
        join(Authentication.NONE);
        browser.show(JOIN);

        assertThat(component(browser.answer(JOIN, "username", "carol"))).isEqualTo("xak-flow-redirect");
        assertThat(user("carol")).isPresent();
        assertThat(browser.isSignedIn()).isTrue();
        assertThat(house.events.recorded()).allMatch(event -> event.username().equals("carol"));
    }

    @Test
    void a_visitor_enrols_as_nobody_and_only_the_set_up_as_the_server_itself() {
        join(Authentication.NONE);
        browser.show(JOIN);
        browser.answer(JOIN, "username", "carol");
        assertThat(house.users.actors).extracting(Actor::kind).containsOnly(Actor.Kind.ANONYMOUS);
        assertThat(house.users.actors).extracting(Actor::address).doesNotContain("");

        house.users.actors.clear();
        Entry<FlowFields> setUp =
                house.flow("first", Designation.STAGE_CONFIGURATION, Authentication.REQUIRE_INITIAL_SETUP);
        house.step(setUp, "user_write", Stages.effects(Stages.create("root")));
        new Browser(house).show("/if/flow/first/");
        assertThat(house.users.actors).extracting(Actor::kind).containsOnly(Actor.Kind.SYSTEM);
    }

    @Test
    void a_taken_name_is_an_error_of_the_step_that_asked_for_it() {
        join(Authentication.NONE);
        house.user("carol");
        browser.show(JOIN);
        FlowReply refused = browser.answer(JOIN, "username", "carol");

        assertThat(component(refused)).isEqualTo("ak-stage-prompt");
        assertThat(refused.challenge()
                        .object("response_errors")
                        .orElseThrow()
                        .objects("username")
                        .get(0)
                        .text("string"))
                .hasValue("This user name is taken.");
        assertThat(browser.isSignedIn()).isFalse();
        assertThat(house.events.actions()).isEmpty();
        assertThat(component(browser.answer(JOIN, "username", "dave"))).isEqualTo("xak-flow-redirect");
    }

    @Test
    void only_one_visitor_sets_the_server_up() {
        UUID admins = house.database
                .groups()
                .add(UUID.randomUUID(), new GroupFields("admins", true, List.of(), List.of(), JsonObject.empty()))
                .id();
        Entry<FlowFields> flow =
                house.flow("join", Designation.STAGE_CONFIGURATION, Authentication.REQUIRE_INITIAL_SETUP);
        house.step(flow, "prompt", Stages.prompt("username"));
        house.step(
                flow,
                "user_write",
                context -> new StageResult.Done(
                        JsonObject.empty(),
                        List.of(new Effect.CreateUser(
                                context.facts()
                                        .object(FactNames.PROMPT_DATA)
                                        .flatMap(data -> data.text("username"))
                                        .orElseThrow(),
                                "",
                                "",
                                org.gatewright.spi.directory.UserType.INTERNAL,
                                true,
                                "users",
                                JsonObject.empty(),
                                Optional.empty(),
                                List.of(admins)))));
        Browser second = new Browser(house);
        browser.show(JOIN);
        second.show(JOIN);

        assertThat(component(browser.answer(JOIN, "username", "first"))).isEqualTo("xak-flow-redirect");
        FlowReply late = second.answer(JOIN, "username", "second");
        assertThat(component(late)).isEqualTo("ak-stage-access-denied");
        assertThat(user("second")).isEmpty();
        assertThat(user("first"))
                .hasValueSatisfying(user -> assertThat(user.superuser()).isTrue());
        assertThat(component(new Browser(house).show(JOIN))).isEqualTo("ak-stage-access-denied");
    }

    @Test
    void set_up_is_claimed_once_even_before_the_superuser_can_be_seen() {
        join(Authentication.REQUIRE_INITIAL_SETUP);
        assertThat(house.database.singleUse().claim(UserEffects.CLAIM, house.clock.instant()))
                .isTrue();
        browser.show(JOIN);

        assertThat(component(browser.answer(JOIN, "username", "second"))).isEqualTo("ak-stage-access-denied");
        assertThat(user("second")).isEmpty();
    }

    @Test
    void what_is_updated_is_the_user_of_the_flow() {
        Entry<FlowFields> flow =
                house.flow("settings", Designation.STAGE_CONFIGURATION, Authentication.REQUIRE_AUTHENTICATED);
        house.step(
                flow,
                "user_write",
                Stages.effects(new Effect.UpdateUser(
                        Optional.empty(),
                        Optional.of("Alice A."),
                        Optional.empty(),
                        JsonObject.of("color", "red"),
                        Optional.of(SecretText.of("new")))));
        User alice = house.user("alice");
        house.signedIn(alice).show("/if/flow/settings/");

        User after = user("alice").orElseThrow();
        assertThat(after.name()).isEqualTo("Alice A.");
        assertThat(after.email()).isEqualTo("alice@example.org");
        assertThat(after.attributes().text("color")).hasValue("red");
        assertThat(house.users.actors).last().satisfies(actor -> {
            assertThat(actor.user().map(User::id)).hasValue(alice.id());
            assertThat(actor.session()).isPresent();
        });
        assertThat(house.database.users().passwordHash(alice.id())).hasValue("hash of new");
    }

    @Test
    void consent_is_remembered_for_its_lifetime() {
        Entry<FlowFields> flow = house.flow("consent");
        house.step(
                flow,
                "consent",
                Stages.effects(new Effect.RememberConsent("app", Set.of("openid"), Optional.of(Duration.ofDays(1)))));
        User alice = house.user("alice");
        house.signedIn(alice).show("/if/flow/consent/");

        assertThat(house.database.consents().find(alice.id(), "app", house.clock.instant()))
                .hasValue(Set.of("openid"));
        house.clock.advance(Duration.ofDays(2));
        assertThat(house.database.consents().find(alice.id(), "app", house.clock.instant()))
                .isEmpty();
    }

    @Test
    void a_session_may_outlive_the_browser_and_end_the_others() {
        Entry<FlowFields> flow = house.flow("login");
        house.step(flow, "user_login", Stages.effects(new Effect.StartSession(Duration.ofDays(30), true, true)));
        User alice = house.user("alice");
        Browser elsewhere = house.signedIn(alice);
        FlowReply reply = house.signedIn(alice).show("/if/flow/login/");

        assertThat(reply.cookies())
                .anyMatch(change -> change.name().equals(CookieNames.SESSION)
                        && change.maxAge().equals(Optional.of(Duration.ofDays(30))));
        assertThat(elsewhere.isSignedIn()).isFalse();
    }

    @Test
    void nobody_is_signed_in_when_nobody_was_identified() {
        Entry<FlowFields> flow = house.flow("login");
        house.step(flow, "user_login", Stages.login());

        assertThat(component(browser.show("/if/flow/login/"))).isEqualTo("ak-stage-access-denied");
        assertThat(browser.cookies).doesNotContainKey(CookieNames.SESSION);
        assertThat(house.events.actions()).isEmpty();
    }

    @Test
    void who_is_not_active_is_not_signed_in() {
        Entry<FlowFields> flow = house.flow("login");
        house.step(flow, "identification", Stages.identify(house));
        house.step(flow, "user_login", Stages.login());
        User alice = house.user("alice");
        house.users.update(
                org.gatewright.port.directory.Actor.system(),
                alice.id(),
                new org.gatewright.port.directory.UserFields(
                        "alice", "", "", false, alice.type(), "users", JsonObject.empty(), List.of()));
        browser.show("/if/flow/login/");

        assertThat(component(browser.answer("/if/flow/login/", "uid_field", "alice")))
                .isEqualTo("ak-stage-access-denied");
        assertThat(browser.cookies).doesNotContainKey(CookieNames.SESSION);
    }

    @Test
    void effects_of_a_step_that_asks_come_once() {
        Entry<FlowFields> flow = house.flow("login");
        house.step(flow, "mail", context -> {
            boolean sent = context.state().bool("sent").orElse(false);
            List<Effect> effects = sent ? List.of() : List.of(new Effect.Audit("email_sent", JsonObject.empty()));
            return new StageResult.Ask(Stages.challenge("mail", "code"), JsonObject.of("sent", true), false, effects);
        });
        browser.show("/if/flow/login/");
        browser.show("/if/flow/login/");
        browser.answer("/if/flow/login/", "code", "1");

        assertThat(house.events.actions()).containsExactly("email_sent");
    }
}
