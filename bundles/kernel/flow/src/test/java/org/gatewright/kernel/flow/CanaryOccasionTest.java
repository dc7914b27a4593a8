package org.gatewright.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatewright.port.configuration.Designation;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.port.configuration.FlowFields.Authentication;
import org.gatewright.port.plugins.Occasion;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.http.Request;
import org.gatewright.spi.http.Response;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the catalogue is told when it has to choose between a canary and the active version. */
class CanaryOccasionTest {

    private static final String LOGIN = "/if/flow/login/";

    private final House house = new House();

    @BeforeEach
    void login() {
        Entry<FlowFields> flow = house.flow("login", Designation.AUTHENTICATION, Authentication.NONE);
        house.step(flow, "identification", Stages.identify(house));
        house.step(flow, "password", Stages.password());
        house.step(flow, "user_login", Stages.login());
        house.user("bob");
    }

    /** Begins the flow for its application, and goes away when it is over. */
    private static final class Opening implements Protocol {

        @Override
        public List<Route> routes() {
            return List.of(new Route(Set.of("GET"), "/test/{application}/", false));
        }

        @Override
        public Response handle(Request request, ProtocolContext context) {
            Provider<NoSettings> provider = context.providerOf(request.pathParameter("application"), NoSettings.class)
                    .orElseThrow();
            FlowStart start = context.begin(new FlowRequest(
                    "login",
                    Optional.of(provider),
                    JsonObject.empty(),
                    new Continuation("opened", JsonObject.empty()),
                    true));
            return start instanceof FlowStart.Page page
                    ? new Response.Redirect(page.uri())
                    : new Response.Empty(403, Map.of());
        }

        @Override
        public Ending resume(Continuation continuation, FlowOutcome outcome, ProtocolContext context) {
            return new Ending.Redirect(URI.create("https://app.example/cb"));
        }
    }

    private static void assertNobodyKnown(Occasion occasion) {
        assertThat(occasion.user()).isEmpty();
        assertThat(occasion.groups()).isEmpty();
    }

    @Test
    void all_steps_of_a_flow_are_planned_for_the_same_run_of_it() {
        new Browser(house).show(LOGIN);

        assertThat(house.catalogue.occasions()).hasSizeGreaterThanOrEqualTo(3).allSatisfy(occasion -> {
            assertThat(occasion.flow()).isPresent();
            assertThat(occasion.flow())
                    .isEqualTo(house.catalogue.occasions().get(0).flow());
            assertThat(occasion.brand()).hasValue("localhost");
            assertThat(occasion.application()).isEmpty();
            assertNobodyKnown(occasion);
        });
    }

    @Test
    void who_only_typed_a_name_is_nobody() {
        Browser browser = new Browser(house);
        browser.show(LOGIN);
        browser.answer(LOGIN, "uid_field", "bob");

        house.catalogue.occasions().forEach(CanaryOccasionTest::assertNobodyKnown);
    }

    @Test
    void who_is_signed_in_is_known() {
        house.signedIn(house.user("alice")).show(LOGIN);

        assertThat(house.catalogue.occasions().get(0).user()).hasValue("alice");
    }

    @Test
    void a_protocol_is_asked_without_and_resumed_with_what_its_flow_knows() {
        house.protocol("test", new Opening());
        house.provider("test", "app");
        Browser browser = new Browser(house);

        Response.Redirect page = (Response.Redirect) browser.get("/test/app/").response();
        Occasion asked = house.catalogue.occasions().get(0);
        assertThat(asked.application()).isEmpty();
        assertThat(asked.flow()).isEmpty();
        assertThat(asked.brand()).hasValue("localhost");
        browser.show(page.to().toString());
        browser.answer(page.to().toString(), "uid_field", "bob");
        browser.answer(page.to().toString(), "password", "right");

        List<Occasion> later = house.catalogue
                .occasions()
                .subList(1, house.catalogue.occasions().size());
        assertThat(later).allSatisfy(occasion -> {
            assertThat(occasion.application()).hasValue("app");
            assertThat(occasion.flow()).isEqualTo(later.get(0).flow());
        });
        assertThat(later.get(later.size() - 1).user()).hasValue("bob");
    }
}
