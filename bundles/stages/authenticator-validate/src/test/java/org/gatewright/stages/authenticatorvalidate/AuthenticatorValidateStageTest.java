package org.gatewright.stages.authenticatorvalidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gatewright.spi.authenticator.OwnDevice;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.error.ErrorKind;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.session.Session;
import org.gatewright.spi.stage.FactNames;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageResult;
import org.gatewright.testkit.authenticator.FakeAuthenticators;
import org.gatewright.testkit.directory.TestUsers;
import org.gatewright.testkit.stage.FakeStageContext;
import org.gatewright.testkit.stage.StageContract;
import org.junit.jupiter.api.Test;

class AuthenticatorValidateStageTest extends StageContract {

    private static final User ALICE = TestUsers.active("alice");

    private final AuthenticatorValidateStage stage = new AuthenticatorValidateStage();
    private final FakeAuthenticators authenticators = new FakeAuthenticators();
    private final OwnDevice phone = authenticators.device("totp", true);

    @Override
    protected Stage stage() {
        return stage;
    }

    @Override
    protected FakeStageContext visit() {
        return visit(settings(List.of(), NotConfiguredAction.SKIP, List.of()));
    }

    @Override
    protected List<String> furtherAnswers() {
        return List.of("selected_challenge", "selected_stage", "component");
    }

    private FakeStageContext visit(AuthenticatorValidateSettings settings) {
        return FakeStageContext.with(settings)
                .user(ALICE)
                .fact(FactNames.METHODS, List.of("pwd"))
                .authenticators(authenticators);
    }

    private static AuthenticatorValidateSettings settings(
            List<String> classes, NotConfiguredAction action, List<UUID> stages) {
        return new AuthenticatorValidateSettings(classes, action, stages, Duration.ZERO);
    }

    @Test
    void addsTheMethodsToThoseThatWereSeen() {
        var done = (StageResult.Done) stage.handle(askedVisit().answer("code", FakeAuthenticators.RIGHT));
        assertThat(done.facts().texts(FactNames.METHODS)).containsExactly("pwd", "otp", "mfa");
    }

    @Test
    void doesNotCallASingleFactorSeveral() {
        assertThat(methods(rightAnswerAlone())).containsExactly("otp");
    }

    private FakeStageContext rightAnswerAlone() {
        return FakeStageContext.with(settings(List.of(), NotConfiguredAction.SKIP, List.of()))
                .user(ALICE)
                .authenticators(authenticators)
                .answer("code", FakeAuthenticators.RIGHT);
    }

    @Test
    void refusesAWrongCodeAndTellsTheAdministrator() {
        var ask = (StageResult.Ask) stage.handle(askedVisit().answer("code", "000000"));
        assertThat(ask.refused()).isTrue();
        assertThat(ask.challenge().errors()).containsKey("code");
        assertThat(ask.effects()).hasSize(1);
    }

    @Test
    void showsTheDevicesInAuthentiksShape() {
        var ask = (StageResult.Ask) stage.handle(visit());
        assertThat(ask.challenge().component()).isEqualTo("ak-stage-authenticator-validate");
        JsonObject device = ask.challenge().data().objects("device_challenges").get(0);
        assertThat(device.text("device_class")).contains("totp");
        assertThat(device.text("device_uid")).contains(phone.id().toString());
        assertThat(device.has("challenge")).isTrue();
    }

    @Test
    void asksForTheDeviceThatWasChosen() {
        OwnDevice codes = authenticators.device("static", true);
        var ask = (StageResult.Ask) stage.handle(askedVisit().answers(selecting(codes)));
        assertThat(ask.refused()).isFalse();
        stage.handle(visit().after(ask).answer("code", "x"));
        assertThat(authenticators.attempted()).containsExactly(codes.id());
    }

    @Test
    void takesChoiceAndCodeAtOnce() {
        OwnDevice codes = authenticators.device("static", true);
        stage.handle(visit().answers(selecting(codes).with("code", "x")));
        assertThat(authenticators.attempted()).containsExactly(codes.id());
    }

    @Test
    void refusesDevicesThatDoNotCountHere() {
        OwnDevice codes = authenticators.device("static", true);
        FakeStageContext visit = visit(settings(List.of("totp"), NotConfiguredAction.SKIP, List.of()));
        for (JsonObject answers : List.of(
                selecting(codes),
                selecting(codes).with("code", FakeAuthenticators.RIGHT),
                JsonObject.of(
                        "selected_challenge",
                        Map.of(
                                "device_class",
                                "static",
                                "device_uid",
                                phone.id().toString())),
                JsonObject.of(
                        "selected_challenge",
                        Map.of(
                                "device_class",
                                "totp",
                                "device_uid",
                                UUID.randomUUID().toString())),
                JsonObject.of("selected_challenge", "totp"))) {
            var ask = (StageResult.Ask) stage.handle(visit.answers(answers));
            assertThat(ask.refused()).as("%s", answers).isTrue();
        }
        assertThat(authenticators.attempted()).isEmpty();
    }

    @Test
    void isUnavailableIfNoMethodOfTheUserIs() {
        FakeAuthenticators gone = new FakeAuthenticators();
        gone.device("totp", false);
        for (NotConfiguredAction action : NotConfiguredAction.values()) {
            FakeStageContext visit = visit(settings(List.of(), action, List.of(UUID.randomUUID())))
                    .authenticators(gone);
            assertThatThrownBy(() -> stage.handle(visit))
                    .isInstanceOfSatisfying(
                            GatewrightException.class,
                            e -> assertThat(e.code().kind()).isEqualTo(ErrorKind.UNAVAILABLE));
        }
    }

    @Test
    void fallsBackOnTheDevicesWhoseMethodIsThere() {
        FakeAuthenticators some = new FakeAuthenticators();
        some.device("totp", false);
        OwnDevice codes = some.device("static", true);
        stage.handle(visit().authenticators(some).answer("code", "x"));
        assertThat(some.attempted()).containsExactly(codes.id());
    }

    @Test
    void doesWithUsersWhoHaveNoneWhatIsSet() {
        FakeAuthenticators none = new FakeAuthenticators();
        UUID setup = UUID.randomUUID();
        assertThat(stage.handle(visit().authenticators(none))).isInstanceOf(StageResult.Done.class);
        assertThat(stage.handle(visit(settings(List.of(), NotConfiguredAction.DENY, List.of()))
                        .authenticators(none)))
                .isInstanceOf(StageResult.Denied.class);
        FakeStageContext configure = visit(settings(List.of(), NotConfiguredAction.CONFIGURE, List.of(setup)))
                .authenticators(none);
        var insert = (StageResult.Insert) stage.handle(configure);
        assertThat(insert.stages()).containsExactly(setup);
        assertThat(stage.handle(configure.state(insert.state()))).isInstanceOf(StageResult.Denied.class);
    }

    @Test
    void letsNobodyPassWhoIsToSetUpWhatThereIsNot() {
        FakeStageContext visit = visit(settings(List.of(), NotConfiguredAction.CONFIGURE, List.of()))
                .authenticators(new FakeAuthenticators());
        assertThat(stage.handle(visit)).isInstanceOf(StageResult.Denied.class);
    }

    @Test
    void passesWhoHasJustAddedADeviceThatCounts() {
        FakeStageContext added = visit().fact(FactNames.ADDED_DEVICE, phone.id().toString());
        assertThat(stage.handle(added)).isInstanceOf(StageResult.Done.class);
        FakeStageContext other =
                visit().fact(FactNames.ADDED_DEVICE, UUID.randomUUID().toString());
        assertThat(stage.handle(other)).isInstanceOf(StageResult.Ask.class);
    }

    @Test
    void takesASecondFactorOfTheSessionForAsLongAsIsSet() {
        Instant now = visit().now();
        var settings = new AuthenticatorValidateSettings(
                List.of(), NotConfiguredAction.SKIP, List.of(), Duration.ofMinutes(10));
        assertThat(stage.handle(visit(settings).session(session(now.minusSeconds(599), "mfa"), ALICE)))
                .isInstanceOf(StageResult.Done.class);
        assertThat(stage.handle(visit(settings).session(session(now.minusSeconds(600), "mfa"), ALICE)))
                .isInstanceOf(StageResult.Ask.class);
        assertThat(stage.handle(visit(settings).session(session(now.minusSeconds(1), "pwd"), ALICE)))
                .isInstanceOf(StageResult.Ask.class);
        assertThat(stage.handle(visit().session(session(now, "mfa"), ALICE))).isInstanceOf(StageResult.Ask.class);
    }

    @Test
    void isTheSecondFactorBesideThoseOfTheSession() {
        FakeStageContext right = rightAnswerAlone();
        assertThat(methods(right.session(session(right.now(), "pwd"), ALICE))).containsExactly("otp", "mfa");
        User bob = TestUsers.active("bob");
        Session strange = new Session(
                UUID.randomUUID(),
                bob.id(),
                right.now(),
                List.of("pwd"),
                right.now().plusSeconds(86_400));
        assertThat(methods(right.session(strange, ALICE))).containsExactly("otp");
    }

    private List<String> methods(FakeStageContext visit) {
        return ((StageResult.Done) stage.handle(visit)).facts().texts(FactNames.METHODS);
    }

    @Test
    void letsNobodyPassOfWhomNothingIsKnown() {
        assertThat(stage.handle(FakeStageContext.with(settings(List.of(), NotConfiguredAction.SKIP, List.of()))))
                .isInstanceOf(StageResult.Denied.class);
    }

    private static Session session(Instant since, String method) {
        return new Session(UUID.randomUUID(), ALICE.id(), since, List.of("pwd", method), since.plusSeconds(86_400));
    }

    private static JsonObject selecting(OwnDevice device) {
        return JsonObject.of(
                "selected_challenge",
                JsonObject.of("device_class", device.type())
                        .with("device_uid", device.id().toString()));
    }
}
