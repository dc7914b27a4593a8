package org.gatewright.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.plugins.TypeVersion;
import org.gatewright.port.plugins.VersionState;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.plugin.NoSettings;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.FieldError;
import org.gatewright.spi.stage.PageElement;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageResult;
import org.junit.jupiter.api.Test;

/** Steps that a plug-in shows by an element of its own. */
class PageElementsTest {

    private static final String LOGIN = "/if/flow/login/";
    private static final PageElement TERMS = new PageElement("acme-terms", "steps/terms.js");
    private static final JsonObject FORGED =
            JsonObject.of("tag", "acme-forged").with("module", "https://evil.example/plugins/a/1/x.js");

    private final House house = new House();
    private final Browser browser = new Browser(house);
    private final Entry<FlowFields> flow = house.flow("login");

    @Test
    void areShownByTheModuleOfTheVersionThatAsks() {
        house.step(flow, "terms", asking(terms()));
        install("1.2.3", asking(terms()));

        JsonObject challenge = browser.show(LOGIN).challenge();

        assertThat(challenge.object("element"))
                .contains(
                        JsonObject.of("tag", "acme-terms").with("module", "/plugins/acme.terms/1.2.3/steps/terms.js"));
        assertThat(challenge.objects("fields")).as("for who cannot show it").hasSize(1);
    }

    @Test
    void areSaidInTheLanguageOfEachVisitByTheVersionThatIsCalled() {
        house.step(flow, "terms", asking(terms()));
        install("1.2.3", asking(terms()));
        browser.languages = List.of(Locale.GERMAN);
        assertThat(label(browser.show(LOGIN).challenge())).startsWith("1.2.3 de ");
        browser.languages = List.of(Locale.FRENCH);
        assertThat(label(browser.show(LOGIN).challenge())).startsWith("1.2.3 fr ");
    }

    private static String label(JsonObject challenge) {
        return challenge.objects("fields").get(0).text("label").orElseThrow();
    }

    @Test
    void keepTheElementWhenTheAnswersAreRefused() {
        house.step(flow, "terms", asking(terms()));
        browser.show(LOGIN);

        JsonObject refused = browser.answer(LOGIN, "word", "wrong").challenge();

        assertThat(refused.object("response_errors")).isPresent();
        assertThat(refused.object("element").flatMap(element -> element.text("tag")))
                .contains("acme-terms");
    }

    @Test
    void moveToTheModuleOfTheNextVersionWithTheFlow() {
        house.step(flow, "terms", asking(terms()));
        install("1.0.0", asking(terms()));
        browser.show(LOGIN);
        install("2.0.0", asking(terms()));

        assertThat(module(browser.show(LOGIN).challenge())).contains("/plugins/acme.terms/2.0.0/steps/terms.js");
    }

    @Test
    void cannotNameAnAddressOfTheirOwn() {
        JsonObject data = JsonObject.of("element", FORGED).with("seen", true);
        house.step(flow, "terms", asking(new Challenge("acme", data, List.of())));

        JsonObject challenge = browser.show(LOGIN).challenge();

        assertThat(challenge.has("element")).isFalse();
        assertThat(challenge.bool("seen")).contains(true);
    }

    @Test
    void cannotReplaceTheAddressByTheirData() {
        JsonObject data = JsonObject.of("element", FORGED);
        house.step(flow, "terms", asking(new Challenge("acme", data, List.of()).withElement(TERMS)));

        assertThat(module(browser.show(LOGIN).challenge())).contains("/plugins/test.terms/1.0.0/steps/terms.js");
    }

    @Test
    void keepTheElementOfTheHostAndNotThatOfTheGuest() {
        PageElement hosts = new PageElement("acme-host", "host.js");
        hosting(new Challenge("acme", JsonObject.empty(), List.of()).withElement(hosts));

        assertThat(module(browser.show(LOGIN).challenge())).contains("/plugins/test.host/1.0.0/host.js");
    }

    @Test
    void areNotShownByTheGuestOnThePageOfAHostWithoutAny() {
        hosting(new Challenge("acme", JsonObject.empty(), List.of()));

        JsonObject challenge = browser.show(LOGIN).challenge();

        assertThat(challenge.has("element")).isFalse();
        assertThat(challenge.objects("fields")).hasSize(1);
    }

    private void hosting(Challenge page) {
        house.catalogue.install(Kind.STAGE, "terms", asking(terms()));
        UUID guest = house.configuration
                .add(Model.STAGE, "terms", "guest", new NoSettings())
                .id();
        house.step(
                flow,
                "host",
                context -> new StageResult.Host(
                        guest,
                        new StageResult.Ask(page),
                        JsonObject.empty(),
                        context.answers().isPresent()));
    }

    private void install(String version, Stage stage) {
        house.catalogue.install(
                new TypeVersion(
                        Kind.STAGE,
                        "terms",
                        version,
                        1,
                        "acme.terms",
                        VersionState.ACTIVE,
                        "",
                        "Terms",
                        "",
                        Optional.of(NoSettings.class)),
                stage);
    }

    private static Challenge terms() {
        return Stages.challenge(Challenge.PROMPT, "word").withElement(TERMS);
    }

    /** Refuses every answer. */
    private static Stage asking(Challenge challenge) {
        return context -> context.answers().isEmpty()
                ? new StageResult.Ask(challenge)
                : new StageResult.Ask(
                        challenge.withError("word", new FieldError("That is not it.", "invalid")),
                        JsonObject.empty(),
                        true,
                        List.of());
    }

    private static Optional<String> module(JsonObject challenge) {
        return challenge.object("element").flatMap(element -> element.text("module"));
    }
}
