package org.gatewright.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.protocol.Dispatch;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.http.Request;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.plugin.NoSettings;
import org.gatewright.spi.protocol.Access;
import org.gatewright.spi.protocol.Continuation;
import org.gatewright.spi.protocol.Ending;
import org.gatewright.spi.protocol.FlowOutcome;
import org.gatewright.spi.protocol.FlowRequest;
import org.gatewright.spi.protocol.Protocol;
import org.gatewright.spi.protocol.ProtocolContext;
import org.gatewright.spi.protocol.Provider;
import org.gatewright.spi.protocol.Route;
import org.junit.jupiter.api.Test;

/** Addresses of protocols, and what protocols work with. */
class LeasedProtocolDispatcherTest {

    /** Handles a request. */
    private interface Handler {
        Response handle(Request request, ProtocolContext context);
    }

    private record Answering(List<Route> routes, AtomicInteger asked, Handler handler) implements Protocol {
        @Override
        public List<Route> routes() {
            asked.incrementAndGet();
            return routes;
        }

        @Override
        public Response handle(Request request, ProtocolContext context) {
            return handler.handle(request, context);
        }

        @Override
        public Ending resume(Continuation continuation, FlowOutcome outcome, ProtocolContext context) {
            return new Ending.Refused("");
        }
    }

    private final House house = new House();
    private final Browser browser = new Browser(house);
    private final AtomicInteger asked = new AtomicInteger();

    private void install(Handler handler, Route... routes) {
        house.protocol("test", new Answering(List.of(routes), asked, handler));
    }

    private static Response echo(Request request, ProtocolContext context) {
        return new Response.Json(
                200, JsonObject.of("method", request.method()).with("parameters", request.pathParameters()));
    }

    private static JsonObject body(Dispatch dispatch) {
        return ((Response.Json) ((Dispatch.Answered) dispatch).response()).body();
    }

    @Test
    void segments_as_they_are_come_before_names() {
        install(
                LeasedProtocolDispatcherTest::echo,
                new Route(Set.of("GET"), "/o/{application}/", false),
                new Route(Set.of("GET", "POST"), "/o/token/", true));

        assertThat(body(browser.request("GET", "/o/app/")).object("parameters"))
                .hasValue(JsonObject.of("application", "app"));
        assertThat(body(browser.request("GET", "/o/token/")).object("parameters"))
                .hasValue(JsonObject.empty());
        assertThat(((Dispatch.Answered) browser.request("POST", "/o/token")).crossOrigin())
                .isTrue();
    }

    @Test
    void head_is_served_as_get() {
        install(LeasedProtocolDispatcherTest::echo, new Route(Set.of("GET"), "/o/", false));
        assertThat(body(browser.request("HEAD", "/o/")).text("method")).hasValue("GET");
    }

    @Test
    void other_methods_are_told_the_right_ones() {
        install(LeasedProtocolDispatcherTest::echo, new Route(Set.of("GET"), "/o/", true));
        assertThat(browser.request("DELETE", "/o/"))
                .isEqualTo(new Dispatch.MethodNotAllowed(Set.of("GET", "HEAD"), true));
    }

    @Test
    void a_template_does_not_serve_an_address_of_its_own_by_other_methods() {
        install(
                LeasedProtocolDispatcherTest::echo,
                new Route(Set.of("GET"), "/o/{application}/", true),
                new Route(Set.of("POST"), "/o/token/", false),
                new Route(Set.of("PUT"), "/o/token/", false));

        for (String method : List.of("GET", "HEAD", "OPTIONS")) {
            assertThat(browser.request(method, "/o/token/"))
                    .isEqualTo(new Dispatch.MethodNotAllowed(Set.of("POST", "PUT"), false));
        }
        assertThat(body(browser.request("PUT", "/o/token/")).text("method")).hasValue("PUT");
        assertThat(browser.request("POST", "/o/app/"))
                .isEqualTo(new Dispatch.MethodNotAllowed(Set.of("GET", "HEAD"), true));
    }

    @Test
    void unknown_addresses_are_unknown_and_those_of_a_gone_protocol_not_available() {
        install(LeasedProtocolDispatcherTest::echo, new Route(Set.of("GET"), "/o/", false));
        assertThat(browser.request("GET", "/p/")).isEqualTo(new Dispatch.NoRoute(false, ""));

        house.catalogue.uninstall(Kind.PROTOCOL, "test");
        assertThat(((Dispatch.NoRoute) browser.request("GET", "/o/")).unavailable())
                .isTrue();
        house.routes.catalogueChanged(house.catalogue.snapshot());
        assertThat(((Dispatch.NoRoute) browser.request("GET", "/o/")).unavailable())
                .isTrue();
        assertThat(((Dispatch.NoRoute) browser.request("GET", "/p/")).unavailable())
                .isFalse();
    }

    @Test
    void each_version_is_asked_for_its_addresses_once() {
        install(LeasedProtocolDispatcherTest::echo, new Route(Set.of("GET"), "/o/", false));
        house.routes.catalogueChanged(house.catalogue.snapshot());
        browser.request("GET", "/o/");

        assertThat(asked).hasValue(1);
    }

    @Test
    void a_lease_is_held_during_the_call_and_given_back() {
        AtomicInteger during = new AtomicInteger();
        install(
                (request, context) -> {
                    during.set(house.catalogue.openLeases());
                    throw new IllegalStateException("boom");
                },
                new Route(Set.of("GET"), "/o/", false));

        assertThatThrownBy(() -> browser.request("GET", "/o/")).isInstanceOf(GatewrightException.class);
        assertThat(during).hasValue(1);
        assertThat(house.catalogue.openLeases()).isZero();
    }

    @Test
    void providers_of_other_protocols_are_not_found() {
        house.provider("test", "mine");
        house.provider("other", "theirs");
        house.flow("brand-login");
        house.configuration.brandSignIn = Optional.of(
                house.configuration.flow("brand-login").orElseThrow().id());
        install(
                (request, context) -> {
                    assertThat(context.providerOf("theirs", NoSettings.class)).isEmpty();
                    assertThat(context.providerBy("id", "theirs", NoSettings.class))
                            .isEmpty();
                    assertThat(context.providerBy("id", "mine", NoSettings.class))
                            .isEqualTo(context.providerOf("mine", NoSettings.class));
                    Provider<?> mine =
                            context.providerOf("mine", NoSettings.class).orElseThrow();
                    assertThat(mine.application()).hasValue("mine");
                    assertThat(mine.applicationName()).isEqualTo("MINE");
                    assertThat(mine.authenticationFlow()).isEqualTo("brand-login");
                    assertThat(mine.authorizationFlow()).isEqualTo("default-provider-authorization-implicit-consent");
                    assertThat(mine.invalidationFlow()).isEqualTo("default-invalidation-flow");
                    return new Response.Empty(204, Map.of());
                },
                new Route(Set.of("GET"), "/o/", false));
        browser.get("/o/");
    }

    @Test
    void who_is_not_active_may_use_nothing() {
        house.provider("test", "app");
        User alice = house.user("alice");
        UserFields fields = House.fields("alice", List.of());
        User inactive = house.users.update(
                org.gatewright.port.directory.Actor.system(),
                alice.id(),
                new UserFields(
                        fields.username(),
                        "",
                        "",
                        false,
                        fields.type(),
                        fields.path(),
                        fields.attributes(),
                        List.of()));
        install(
                (request, context) -> {
                    Provider<?> app =
                            context.providerOf("app", NoSettings.class).orElseThrow();
                    Access refused = context.access(app, Optional.of(inactive));
                    assertThat(refused.allowed()).isFalse();
                    assertThat(context.access(app, Optional.of(alice)).allowed())
                            .isTrue();
                    return new Response.Empty(204, Map.of());
                },
                new Route(Set.of("GET"), "/o/", false));
        browser.get("/o/");
    }

    @Test
    void a_transaction_that_throws_leaves_nothing() {
        install(
                (request, context) -> {
                    assertThatThrownBy(() -> context.inTransaction(() -> {
                                context.audit("tried", Optional.empty(), JsonObject.empty());
                                throw new IllegalArgumentException();
                            }))
                            .isInstanceOf(IllegalArgumentException.class);
                    context.audit("done", Optional.empty(), JsonObject.empty());
                    return new Response.Empty(204, Map.of());
                },
                new Route(Set.of("GET"), "/o/", false));
        browser.get("/o/");

        assertThat(house.events.actions()).containsExactly("done");
    }

    @Test
    void a_flow_is_not_begun_within_a_transaction() {
        house.flow("login");
        install(
                (request, context) -> context.inTransaction(() -> {
                    context.begin(new FlowRequest(
                            "login",
                            Optional.empty(),
                            JsonObject.empty(),
                            new Continuation("x", JsonObject.empty()),
                            true));
                    return new Response.Empty(204, Map.of());
                }),
                new Route(Set.of("GET"), "/o/", false));

        assertThatThrownBy(() -> browser.get("/o/")).isInstanceOf(GatewrightException.class);
    }
}
