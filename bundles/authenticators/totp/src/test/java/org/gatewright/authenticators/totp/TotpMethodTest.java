package org.gatewright.authenticators.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.authenticator.AuthenticatorMethod;
import org.gatewright.spi.authenticator.Device;
import org.gatewright.spi.authenticator.Enrolment;
import org.gatewright.spi.authenticator.Prompt;
import org.gatewright.spi.authenticator.Proof;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.testkit.authenticator.AuthenticatorMethodContract;
import org.gatewright.testkit.authenticator.FakeMethodContext;
import org.junit.jupiter.api.Test;

class TotpMethodTest extends AuthenticatorMethodContract {

    private static final TotpSettings SETTINGS = new TotpSettings(6, Algorithm.SHA1, 1);
    private static final Instant NOW = FakeMethodContext.NOW;
    private static final Duration STEP = Duration.ofSeconds(30);

    private final TotpMethod method = new TotpMethod();
    private final Seed seed = Seed.random(6, Algorithm.SHA1);

    @Override
    protected AuthenticatorMethod method() {
        return method;
    }

    @Override
    protected Record settings() {
        return SETTINGS;
    }

    @Override
    protected JsonObject enrolling(Enrolment.Ask asked, Instant now) {
        return JsonObject.of("code", code(Seed.read(asked.state()), now));
    }

    @Override
    protected JsonObject proving(Enrolment.Ask added, Prompt prompt, Instant now) {
        return JsonObject.of("code", code(Seed.read(added.state()), now));
    }

    @Test
    void addsNoDeviceWithoutTheRightCode() {
        Enrolment.Ask asked = (Enrolment.Ask) method.enrol(call().enrolling(Optional.empty()));
        JsonObject wrong = JsonObject.of("code", code(Seed.random(6, Algorithm.SHA1), NOW));
        Enrolment.Ask again =
                (Enrolment.Ask) method.enrol(call().state(asked.state()).enrolling(Optional.of(wrong)));
        assertThat(again.refused()).isTrue();
        assertThat(again.challenge().errors()).containsKey("code");
        assertThat(again.state()).isEqualTo(asked.state());
    }

    @Test
    void doesNotTakeTheCodeOfTheSetUpForASignIn() {
        Enrolment.Ask asked = (Enrolment.Ask) method.enrol(call().enrolling(Optional.empty()));
        JsonObject code = enrolling(asked, NOW);
        var enrolled =
                (Enrolment.Enrolled) method.enrol(call().state(asked.state()).enrolling(Optional.of(code)));
        assertThat(verify(enrolled.content(), code.text("code").orElseThrow(), NOW))
                .isInstanceOf(Proof.Refused.class);
    }

    @Test
    void takesCodesOfTheStepsAroundAndNoOthers() {
        for (int steps = -1; steps <= 1; steps++) {
            assertThat(verify(seed.write(), code(seed, NOW.plus(STEP.multipliedBy(steps))), NOW))
                    .as("%s steps", steps)
                    .isInstanceOf(Proof.Accepted.class);
        }
        for (int steps : List.of(-3, -2, 2, 3)) {
            assertThat(verify(seed.write(), code(seed, NOW.plus(STEP.multipliedBy(steps))), NOW))
                    .as("%s steps", steps)
                    .isInstanceOf(Proof.Refused.class);
        }
    }

    /** RFC 6238 section 5.2, and of what is earlier too: an onlooker may have seen it. */
    @Test
    void takesNothingOfAnEarlierStepThanTheLastOne() {
        var accepted = (Proof.Accepted) verify(seed.write(), code(seed, NOW), NOW);
        assertThat(verify(accepted.content(), code(seed, NOW), NOW)).isInstanceOf(Proof.Refused.class);
        assertThat(verify(accepted.content(), code(seed, NOW.minus(STEP)), NOW)).isInstanceOf(Proof.Refused.class);
        assertThat(verify(accepted.content(), code(seed, NOW.plus(STEP)), NOW)).isInstanceOf(Proof.Accepted.class);
    }

    @Test
    void takesNoCodeOfAnotherLength() {
        String code = code(seed, NOW);
        for (String other : List.of(code + "0", "0" + code, code.substring(1), "")) {
            assertThat(verify(seed.write(), other, NOW)).as(other).isInstanceOf(Proof.Refused.class);
        }
    }

    @Test
    void readsCodesWithBlanks() {
        String code = code(seed, NOW);
        assertThat(verify(seed.write(), " " + code.substring(0, 3) + " " + code.substring(3), NOW))
                .isInstanceOf(Proof.Accepted.class);
    }

    @Test
    void keepsTheDigitsOfTheSetUp() {
        Seed eight = Seed.random(8, Algorithm.SHA256);
        assertThat(verify(eight.write(), code(eight, NOW), NOW)).isInstanceOf(Proof.Accepted.class);
    }

    @Test
    void writesAnAddressThatAppsUnderstand() {
        JsonObject data = ((Enrolment.Ask) method.enrol(call().enrolling(Optional.empty())))
                .challenge()
                .data();
        String secret = data.text("secret").orElseThrow();
        assertThat(secret).matches("[A-Z2-7]{32}");
        assertThat(data.text("config_url").orElseThrow())
                .isEqualTo("otpauth://totp/Example%20Ltd.%20%26%20S%C3%B6hne:alice?secret=" + secret
                        + "&issuer=Example%3A%20Ltd.%20%26%20S%C3%B6hne&algorithm=SHA1&digits=6&period=30");
        assertThat(data.text("qr_code").orElseThrow()).startsWith("data:image/svg+xml;base64,");
    }

    private static FakeMethodContext call() {
        return FakeMethodContext.with(SETTINGS);
    }

    private Proof verify(JsonObject content, String code, Instant now) {
        Device device = new Device(UUID.randomUUID(), "phone", content);
        return method.verify(call().at(now).proving(List.of(device), JsonObject.of("code", code)));
    }

    private static String code(Seed seed, Instant moment) {
        return OneTimeCode.at(seed.secret(), OneTimeCode.step(moment), seed.digits(), seed.algorithm());
    }
}
