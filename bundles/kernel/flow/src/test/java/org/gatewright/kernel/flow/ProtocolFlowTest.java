package org.gatewright.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatewright.kernel.flow.FlowEngineTest.component;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.gatewright.port.configuration.Designation;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.port.configuration.FlowFields.Authentication;
import org.gatewright.port.flow.CookieNames;
import org.gatewright.port.flow.FlowReply;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.http.Request;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.plugin.NoSettings;
import org.gatewright.spi.protocol.Continuation;
import org.gatewright.spi.protocol.Ending;
import org.gatewright.spi.protocol.FlowOutcome;
import org.gatewright.spi.protocol.FlowRequest;
import org.gatewright.spi.protocol.FlowStart;
import org.gatewright.spi.protocol.Protocol;
import org.gatewright.spi.protocol.ProtocolContext;
import org.gatewright.spi.protocol.Provider;
import org.gatewright.spi.protocol.Route;
import org.gatewright.spi.session.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Flows that a protocol begins and is called back by. */
class ProtocolFlowTest {

    /** Signs in if nobody is, then asks for consent, then goes back to the client. */
    private final class TestProtocol implements Protocol {

        boolean interactive = true;
        String state = "xyz";
        BiFunction<Continuation, FlowOutcome, Optional<Ending>> ending = (continuation, outcome) -> Optional.empty();
        final List<FlowStart> starts = new ArrayList<>();
        final List<Optional<UUID>> users = new ArrayList<>();

        @Override
        public List<Route> routes() {
            return List.of(new Route(Set.of("GET"), "/test/{application}/", false));
        }

        @Override
        public Response handle(Request request, ProtocolContext context) {
            Optional<Provider<NoSettings>> provider =
                    context.providerOf(request.pathParameter("application"), NoSettings.class);
            if (provider.isEmpty()) {
                return new Response.Empty(404, Map.of());
            }
            FlowStart start = context.begin(
                    context.session().isPresent() ? consent(provider.get(), state) : signIn(provider.get()));
            starts.add(start);
            if (start instanceof FlowStart.Page page) {
                return new Response.Redirect(page.uri());
            }
            return start instanceof FlowStart.Finished finished
                    ? finished.response()
                    : new Response.Empty(403, Map.of());
        }

        private FlowRequest signIn(Provider<?> provider) {
            return request("login", provider, "signed-in", state);
        }

        private FlowRequest consent(Provider<?> provider, String state) {
            return request("consent", provider, "agreed", state);
        }

        private FlowRequest request(String flow, Provider<?> provider, String step, String state) {
            return new FlowRequest(
                    flow,
                    Optional.of(provider),
                    JsonObject.of("given", "fact"),
                    new Continuation(
                            step,
                            JsonObject.of("state", state)
                                    .with("app", provider.application().orElseThrow())),
                    interactive);
        }

        @Override
        public Ending resume(Continuation continuation, FlowOutcome outcome, ProtocolContext context) {
            users.add(context.session().map(Session::user));
            return ending.apply(continuation, outcome).orElseGet(() -> usual(continuation, outcome, context));
        }

        private Ending usual(Continuation continuation, FlowOutcome outcome, ProtocolContext context) {
            if (outcome instanceof FlowOutcome.Denied denied) {
                return back("error=access_denied");
            }
            String application = continuation.data().text("app").orElseThrow();
            return continuation.step().equals("agreed")
                    ? back("state=" + continuation.data().text("state").orElseThrow())
                    : new Ending.Next(consent(
                            context.providerOf(application, NoSettings.class).orElseThrow(),
                            continuation.data().text("state").orElseThrow()));
        }

        private Ending back(String query) {
            return new Ending.Redirect(URI.create("https://app.example/cb?" + query));
        }
    }

    private final House house = new House();
    private final Browser browser = new Browser(house);
    private final TestProtocol protocol = new TestProtocol();
    private Entry<FlowFields> consent;

    @BeforeEach
    void set_up() {
        Entry<FlowFields> login = house.flow("login", Designation.AUTHENTICATION, Authentication.NONE);
        house.step(login, "identification", Stages.identify(house));
        house.step(login, "password", Stages.password());
        house.step(login, "user_login", Stages.login());
        consent = house.flow("consent", Designation.AUTHORIZATION, Authentication.REQUIRE_AUTHENTICATED);
        house.protocol("test", protocol);
        house.provider("test", "app");
    }

    private static String page(Response response) {
        return ((Response.Redirect) response).to().toString();
    }

    private FlowReply signIn(String page) {
        browser.show(page);
        browser.answer(page, "uid_field", "alice");
        return browser.answer(page, "password", "right");
    }

    @Test
    void a_sign_in_goes_through_consent_back_to_the_client() {
        UUID alice = house.user("alice").id();
        String page = page(browser.get("/test/app/").response());

        assertThat(page).startsWith("/if/flow/login/?state=");
        FlowReply end = signIn(page);
        assertThat(component(end)).isEqualTo("xak-flow-redirect");
        assertThat(end.challenge().text("to")).hasValue("https://app.example/cb?state=xyz");
        assertThat(protocol.users).containsExactly(Optional.of(alice), Optional.of(alice));
        assertThat(browser.cookies).doesNotContainKey(CookieNames.FLOW);
        assertThat(house.catalogue.openLeases()).isZero();
    }

    @Test
    void pages_that_nobody_answers_make_no_row() {
        String page = page(browser.get("/test/app/").response());
        browser.show(page);
        assertThat(house.hasRow(page.substring(page.indexOf('=') + 1))).isFalse();
    }

    @Test
    void two_sign_ins_in_one_browser_do_not_meet() {
        house.user("alice");
        String first = page(browser.get("/test/app/").response());
        protocol.state = "other";
        String second = page(browser.get("/test/app/").response());
        browser.show(first);
        browser.answer(first, "uid_field", "alice");

        assertThat(component(browser.show(second))).isEqualTo("ak-stage-identification");
        assertThat(browser.answer(first, "password", "right").challenge().text("to"))
                .hasValue("https://app.example/cb?state=xyz");
    }

    @Test
    void a_long_continuation_gets_a_row_and_a_short_address() {
        protocol.state = "s".repeat(3500);
        house.user("alice");
        String page = page(browser.get("/test/app/").response());

        assertThat(page.length()).isLessThan(1000);
        assertThat(signIn(page).challenge().text("to").orElseThrow()).endsWith("s");
    }

    @Test
    void the_page_of_another_browser_is_refused() {
        String page = page(browser.get("/test/app/").response());
        Browser victim = new Browser(house);

        FlowReply refused = victim.show(page);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(component(refused)).isEqualTo("ak-stage-access-denied");
    }

    @Test
    void nothing_is_asked_if_nothing_has_to_be() {
        Browser alices = house.signedIn(house.user("alice"));

        assertThat(page(alices.get("/test/app/").response())).isEqualTo("https://app.example/cb?state=xyz");
        assertThat(protocol.starts).singleElement().isInstanceOf(FlowStart.Finished.class);
    }

    @Test
    void what_may_not_ask_does_not_begin_and_leaves_nothing() {
        house.step(
                consent,
                "audit",
                Stages.effects(new Effect.Audit("tried", JsonObject.empty()), new Effect.EndSession()));
        house.step(consent, "prompt", Stages.prompt("agree"));
        protocol.interactive = false;
        Browser alices = house.signedIn(house.user("alice"));
        alices.get("/test/app/");

        assertThat(protocol.starts).singleElement().isInstanceOf(FlowStart.InteractionRequired.class);
        assertThat(house.events.actions()).isEmpty();
        assertThat(alices.isSignedIn()).isTrue();
        assertThat(alices.cookies).containsKey(CookieNames.SESSION);
    }

    @Test
    void policies_of_the_application_are_asked_before_consent() {
        house.policies.rules.put(
                house.configuration.application("app").orElseThrow().id(), question -> false);
        house.step(consent, "prompt", Stages.prompt("agree"));
        Browser alices = house.signedIn(house.user("alice"));
        alices.get("/test/app/");

        assertThat(protocol.starts).singleElement().isInstanceOfSatisfying(FlowStart.Refused.class, refused -> {
            assertThat(refused.access().messages()).containsExactly("The rule says no.");
            assertThat(refused.access().reference())
                    .isEqualTo(house.events.recorded().get(0).context().text("reference"));
        });
        assertThat(house.events.actions()).containsExactly("policy_execution");
    }

    @Test
    void a_refusal_after_sign_in_is_a_page() {
        house.user("alice");
        house.policies.rules.put(
                house.configuration.application("app").orElseThrow().id(), question -> false);
        FlowReply end = signIn(page(browser.get("/test/app/").response()));

        assertThat(component(end)).isEqualTo("ak-stage-access-denied");
        assertThat(end.challenge().text("reference")).isPresent();
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void consent_that_was_shown_to_one_user_is_not_given_by_another() {
        house.step(consent, "prompt", Stages.prompt("agree"));
        Browser alices = house.signedIn(house.user("alice"));
        String page = page(alices.get("/test/app/").response());
        alices.show(page);
        Browser bobs = house.signedIn(house.user("bob"));
        alices.cookies.put(CookieNames.SESSION, bobs.cookies.get(CookieNames.SESSION));

        assertThat(alices.answer(page, "agree", "yes").status()).isEqualTo(400);
        assertThat(protocol.users).isEmpty();
    }

    @Test
    void a_denial_goes_back_to_the_client() {
        house.step(consent, "deny", context -> new org.gatewright.spi.stage.StageResult.Denied("No."));
        Browser alices = house.signedIn(house.user("alice"));

        assertThat(page(alices.get("/test/app/").response())).isEqualTo("https://app.example/cb?error=access_denied");
    }

    @Test
    void a_form_is_posted_by_the_page() {
        house.user("alice");
        protocol.ending = (continuation, outcome) ->
                Optional.of(new Ending.AutoSubmit(URI.create("https://app.example/acs"), Map.of("code", "1")));
        JsonObject end = signIn(page(browser.get("/test/app/").response())).challenge();

        assertThat(end.text("component")).hasValue("ak-stage-autosubmit");
        assertThat(end.text("url")).hasValue("https://app.example/acs");
        assertThat(end.object("attrs")).hasValue(JsonObject.of("code", "1"));
    }

    @Test
    void flows_that_lead_to_each_other_end() {
        protocol.ending = (continuation, outcome) -> Optional.of(
                new Ending.Next(new FlowRequest("consent", Optional.empty(), JsonObject.empty(), continuation, true)));
        Browser alices = house.signedIn(house.user("alice"));
        alices.get("/test/app/");

        assertThat(protocol.starts).singleElement().isInstanceOf(FlowStart.Refused.class);
    }

    @Test
    void a_protocol_that_is_gone_at_the_end_is_waited_for() {
        house.user("alice");
        String page = page(browser.get("/test/app/").response());
        browser.show(page);
        browser.answer(page, "uid_field", "alice");
        house.catalogue.uninstall(Kind.PROTOCOL, "test");
        assertThat(browser.answer(page, "password", "right").status()).isEqualTo(503);
        assertThat(browser.isSignedIn()).isFalse();
        assertThat(house.events.actions()).isEmpty();

        house.protocol("test", protocol);
        assertThat(browser.answer(page, "password", "right").challenge().text("to"))
                .hasValue("https://app.example/cb?state=xyz");
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void the_answer_to_a_protocol_flow_cannot_be_sent_again() {
        house.user("alice");
        String page = page(browser.get("/test/app/").response());
        signIn(page);

        assertThat(browser.answer(page, "password", "right").status()).isEqualTo(400);
        assertThat(protocol.users).hasSize(2);
    }

    @Test
    void a_continuation_has_its_limit() {
        protocol.state = "s".repeat(5000);
        assertThatThrownBy(() -> browser.get("/test/app/")).isInstanceOf(GatewrightException.class);
        assertThat(protocol.starts).isEmpty();
    }

    @Test
    void a_flow_that_is_not_there_is_refused() {
        house.configuration.flows.remove("login");
        browser.get("/test/app/");
        assertThat(protocol.starts).singleElement().isInstanceOf(FlowStart.Refused.class);
    }

    @Test
    void a_page_is_given_even_if_its_first_step_is_not_available() {
        house.catalogue.uninstall(Kind.STAGE, "identification");
        String page = page(browser.get("/test/app/").response());

        assertThat(browser.show(page).status()).isEqualTo(503);
        house.catalogue.install(Kind.STAGE, "identification", Stages.identify(house));
        assertThat(component(browser.show(page))).isEqualTo("ak-stage-identification");
    }
}
