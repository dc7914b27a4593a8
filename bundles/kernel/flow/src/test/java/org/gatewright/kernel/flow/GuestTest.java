package org.gatewright.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.configuration.StageBindingFields.InvalidResponseAction;
import org.gatewright.port.events.Event;
import org.gatewright.port.flow.FlowReply;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.plugin.NoSettings;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.FactNames;
import org.gatewright.spi.stage.FieldError;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageResult;
import org.junit.jupiter.api.Test;

/** A stage that is asked on the page of another. */
class GuestTest {

    private static final String LOGIN = "/if/flow/login/";
    private static final JsonObject RIGHT = answers("alice", "right");

    private final House house = new House();
    private final Browser browser = new Browser(house);
    private final User alice = house.user("alice");
    private final Entry<FlowFields> flow = house.flow("login");

    @Test
    void addsWhatItAsksToThePage() {
        host(Stages.password());

        JsonObject challenge = browser.show(LOGIN).challenge();

        assertThat(challenge.text("component")).contains("ak-stage-identification");
        assertThat(challenge.objects("fields"))
                .extracting(field -> field.text("field_key").orElseThrow())
                .containsExactly("uid_field", "password");
        assertThat(challenge.bool("hint")).as("of the guest").contains(true);
        assertThat(challenge.text("owner")).as("of both").contains("host");
    }

    @Test
    void isAnsweredWithTheSameAnswers() {
        host(Stages.password());
        house.step(flow, "login", Stages.login());

        browser.show(LOGIN);
        FlowReply reply = browser.answer(LOGIN, RIGHT);

        assertThat(reply.challenge().text("component")).contains("xak-flow-redirect");
        assertThat(house.sessions
                        .resolve(browser.cookies.get("gatewright_session"))
                        .map(session -> session.user()))
                .contains(alice.id());
        assertThat(house.sessions
                        .resolve(browser.cookies.get("gatewright_session"))
                        .map(session -> session.methods()))
                .contains(List.of("pwd"));
    }

    @Test
    void refusesOnTheSamePageAndTellsNobodyWhetherTheUserExists() {
        host(Stages.password());
        browser.show(LOGIN);
        Browser other = new Browser(house);
        other.show(LOGIN);

        FlowReply wrong = browser.answer(LOGIN, answers("alice", "wrong"));
        FlowReply unknown = other.answer(LOGIN, answers("nobody", "wrong"));

        assertThat(wrong.challenge().text("component")).contains("ak-stage-identification");
        assertThat(wrong.challenge().object("response_errors").map(JsonObject::members))
                .hasValueSatisfying(errors -> assertThat(errors).containsOnlyKeys("password"));
        assertThat(wrong.challenge().has("pending_user")).isFalse();
        assertThat(unknown.challenge()).isEqualTo(wrong.challenge());
        assertThat(unknown.status()).isEqualTo(wrong.status());
    }

    @Test
    void isAuditedForTheUserItWasToldOf() {
        Browser signedIn = house.signedIn(house.user("bob"));
        host(Stages.password());
        signedIn.show(LOGIN);

        signedIn.answer(LOGIN, answers("alice", "wrong"));
        signedIn.answer(LOGIN, answers("nobody", "wrong"));

        assertThat(house.events.recorded())
                .extracting(Event::user)
                .as("not bob, whose browser it is")
                .containsExactly(Optional.of(alice.id()), Optional.empty());
    }

    @Test
    void seesNoAnswersBeforeTheHostIsContent() {
        host(Stages.password());
        browser.show(LOGIN);

        FlowReply reply = browser.answer(LOGIN, answers("", "wrong"));

        assertThat(reply.challenge().object("response_errors").map(JsonObject::members))
                .hasValueSatisfying(errors -> assertThat(errors).containsOnlyKeys("uid_field"));
        assertThat(house.events.recorded()).isEmpty();
    }

    @Test
    void countsItsOwnFailuresAndEndsTheFlow() {
        host(limited(2));
        browser.show(LOGIN);

        browser.answer(LOGIN, answers("", ""));
        browser.answer(LOGIN, answers("alice", "wrong"));
        assertThat(browser.answer(LOGIN, answers("alice", "wrong")).challenge().text("component"))
                .contains("ak-stage-identification");
        assertThat(browser.answer(LOGIN, RIGHT).challenge().text("component")).contains("ak-stage-access-denied");
    }

    @Test
    void countsOnWhenTheFlowIsRestarted() {
        host(limited(2), InvalidResponseAction.RESTART);
        browser.show(LOGIN);

        assertThat(browser.answer(LOGIN, answers("alice", "wrong")).challenge().text("component"))
                .contains("ak-stage-identification");
        assertThat(browser.answer(LOGIN, answers("alice", "wrong")).challenge().text("component"))
                .contains("ak-stage-access-denied");
    }

    @Test
    void keepsItsStateBetweenVisits() {
        host(context -> {
            String seen = context.state().text("seen").orElse("");
            return new StageResult.Ask(
                    new Challenge("guest", JsonObject.of("seen", seen), List.of()),
                    JsonObject.of("seen", seen + "x"),
                    context.answers().isPresent(),
                    List.of());
        });

        browser.show(LOGIN);
        browser.answer(LOGIN, RIGHT);

        assertThat(browser.answer(LOGIN, RIGHT).challenge().text("seen")).contains("xx");
    }

    @Test
    void waitsForTheHostIfItHasNothingToAsk() {
        host(context -> new StageResult.Done(JsonObject.of(FactNames.METHODS, List.of("none"))));
        house.step(flow, "login", Stages.login());

        assertThat(browser.show(LOGIN).challenge().objects("fields")).hasSize(1);
        assertThat(browser.isSignedIn()).isFalse();
        browser.answer(LOGIN, answers("alice", ""));
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void makesThePageUnavailableWhileItsTypeIsNotInstalled() {
        UUID guest = host(Stages.password());
        house.catalogue.uninstall(Kind.STAGE, "guest");

        assertThat(browser.show(LOGIN).status()).isEqualTo(503);
        assertThat(browser.answer(LOGIN, RIGHT).status()).isEqualTo(503);
        assertThat(house.configuration.object(guest)).isPresent();
    }

    @Test
    void endsTheFlowIfItHasBeenRemoved() {
        house.configuration.objects.remove(host(Stages.password()));

        assertThat(browser.show(LOGIN).challenge().text("component")).contains("ak-stage-access-denied");
    }

    @Test
    void hasNoGuestOfItsOwn() {
        UUID[] self = new UUID[1];
        self[0] = host(context -> new StageResult.Host(
                self[0], new StageResult.Ask(Stages.challenge("guest")), JsonObject.empty(), true));

        assertThat(browser.show(LOGIN).status()).isEqualTo(503);
    }

    private UUID host(Stage guest) {
        return host(guest, InvalidResponseAction.RETRY);
    }

    private UUID host(Stage guest, InvalidResponseAction onRefusal) {
        UUID id = house.configuration
                .add(Model.STAGE, "guest", "the-guest", new NoSettings())
                .id();
        house.catalogue.install(Kind.STAGE, "guest", hinting(guest));
        house.step(flow, "identification", identification(id), onRefusal);
        return id;
    }

    /** Adds members of its own to what the stage asks. */
    private static Stage hinting(Stage stage) {
        return context -> {
            StageResult result = stage.handle(context);
            if (!(result instanceof StageResult.Ask ask)) {
                return result;
            }
            Challenge asked = ask.challenge();
            JsonObject data = asked.data().with("hint", true).with("owner", "guest");
            return new StageResult.Ask(
                    new Challenge(asked.component(), data, asked.fields(), asked.errors()),
                    ask.state(),
                    ask.refused(),
                    ask.effects());
        };
    }

    private Stage identification(UUID guest) {
        return context -> {
            Challenge plain = Stages.challenge("ak-stage-identification", "uid_field");
            Challenge page = new Challenge(plain.component(), JsonObject.of("owner", "host"), plain.fields(), Map.of());
            if (context.answers().isEmpty()) {
                return new StageResult.Host(guest, new StageResult.Ask(page), JsonObject.empty(), false);
            }
            StageResult named = Stages.identify(house).handle(context);
            boolean blank = context.answers().get().text("uid_field").orElse("").isEmpty();
            return blank
                    ? new StageResult.Host(guest, refused(page), JsonObject.empty(), false)
                    : new StageResult.Host(guest, new StageResult.Ask(page), ((StageResult.Done) named).facts(), true);
        };
    }

    private static StageResult.Ask refused(Challenge page) {
        return new StageResult.Ask(
                page.withError("uid_field", new FieldError("Say who you are.", "required")),
                JsonObject.empty(),
                true,
                List.of());
    }

    private static Stage limited(int failures) {
        return context -> context.failures() >= failures
                ? new StageResult.Denied("Too often.")
                : Stages.password().handle(context);
    }

    private static JsonObject answers(String user, String password) {
        return JsonObject.of("uid_field", user).with("password", password);
    }
}
