package org.gatewright.testkit.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.gatewright.spi.authenticator.AuthenticatorMethod;
import org.gatewright.spi.authenticator.Device;
import org.gatewright.spi.authenticator.Enrolment;
import org.gatewright.spi.authenticator.Prompt;
import org.gatewright.spi.authenticator.Proof;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.stage.Field;
import org.gatewright.testkit.stage.HostileAnswers;
import org.junit.jupiter.api.Test;

/**
 * What every {@link AuthenticatorMethod} must do. Extend it in the method's own test, which plays the user.
 *
 * @since 1.0
 */
public abstract class AuthenticatorMethodContract {

    /** Long enough for what was used while a device was added not to count any more. */
    private static final Duration LATER = Duration.ofHours(1);

    /** Returns the method. */
    protected abstract AuthenticatorMethod method();

    /** Returns its settings. */
    protected abstract Record settings();

    /** Returns what the user answers to the page on which a device is added. */
    protected abstract JsonObject enrolling(Enrolment.Ask asked, Instant now);

    /**
     * Returns what the user answers who has the device.
     *
     * @param added the page on which it was added
     */
    protected abstract JsonObject proving(Enrolment.Ask added, Prompt prompt, Instant now);

    /** A device that was added, and the page on which it was. */
    private record Added(Enrolment.Ask page, Device device) {}

    @Test
    void addsNothingBeforeItHasAsked() {
        assertThat(method().enrol(call().enrolling(Optional.empty()))).isInstanceOf(Enrolment.Ask.class);
        for (JsonObject answers : HostileAnswers.to(List.of("code"))) {
            assertThat(method().enrol(call().enrolling(Optional.of(answers))))
                    .as("unasked %s", answers)
                    .isInstanceOf(Enrolment.Ask.class);
        }
    }

    @Test
    void asksTheSameAgainWhileADeviceIsAdded() {
        Enrolment.Ask first = asked();
        assertThat(method().enrol(call().state(first.state()).enrolling(Optional.empty())))
                .isEqualTo(first);
    }

    @Test
    void addsADeviceOfItsOwnToEach() {
        assertThat(added().device().content()).isNotEqualTo(added().device().content());
    }

    @Test
    void acceptsWhoHasTheDevice() {
        Added added = added();
        Instant now = FakeMethodContext.NOW.plus(LATER);
        Proof.Accepted accepted = (Proof.Accepted) prove(added, now);
        assertThat(accepted.device()).isEqualTo(added.device().id());
        assertThat(accepted.methods()).isNotEmpty();
    }

    @Test
    void acceptsTheSameAnswersOnce() {
        Added added = added();
        Instant now = FakeMethodContext.NOW.plus(LATER);
        Prompt prompt = prompt(added.device(), now);
        JsonObject answers = proving(added.page(), prompt, now);
        Proof.Accepted first = (Proof.Accepted) verify(added.device(), prompt, answers, now);
        Device used = new Device(added.device().id(), added.device().name(), first.content());
        assertThat(verify(used, prompt, answers, now)).isInstanceOf(Proof.Refused.class);
        assertThat(verify(used, prompt(used, now), answers, now)).isInstanceOf(Proof.Refused.class);
    }

    @Test
    void refusesTheAnswersOfAnotherDevice() {
        Added own = added();
        Added other = added();
        Instant now = FakeMethodContext.NOW.plus(LATER);
        Prompt prompt = prompt(own.device(), now);
        JsonObject answers = proving(other.page(), prompt, now);
        assertThat(verify(own.device(), prompt, answers, now)).isInstanceOf(Proof.Refused.class);
    }

    @Test
    void refusesWhatNoPageSends() {
        Added added = added();
        Instant now = FakeMethodContext.NOW.plus(LATER);
        Prompt prompt = prompt(added.device(), now);
        List<String> names = prompt.fields().stream().map(Field::key).toList();
        for (JsonObject answers : HostileAnswers.to(names)) {
            Proof proof = verify(added.device(), prompt, answers, now);
            assertThat(proof).as("%s", answers).isInstanceOf(Proof.Refused.class);
            assertThat(((Proof.Refused) proof).error().string()).isNotBlank();
        }
    }

    @Test
    void tellsNobodyWhatItKeeps() {
        Added added = added();
        Prompt prompt = prompt(added.device(), FakeMethodContext.NOW);
        List<String> kept = texts(added.device().content())
                .filter(text -> text.length() > 8)
                .toList();
        String told = texts(prompt.data()).toList() + " " + prompt.fields() + " " + method().describe(added.device())
                + " " + added.device();
        assertThat(kept).noneMatch(told::contains);
    }

    private static Stream<String> texts(Object value) {
        if (value instanceof JsonObject object) {
            return object.members().values().stream().flatMap(AuthenticatorMethodContract::texts);
        }
        return value instanceof List<?> list
                ? list.stream().flatMap(AuthenticatorMethodContract::texts)
                : Stream.of(value.toString());
    }

    private FakeMethodContext call() {
        return FakeMethodContext.with(settings());
    }

    private Enrolment.Ask asked() {
        return (Enrolment.Ask) method().enrol(call().enrolling(Optional.empty()));
    }

    private Added added() {
        Enrolment.Ask page = asked();
        JsonObject answers = enrolling(page, FakeMethodContext.NOW);
        Enrolment.Enrolled enrolled =
                (Enrolment.Enrolled) method().enrol(call().state(page.state()).enrolling(Optional.of(answers)));
        return new Added(page, new Device(UUID.randomUUID(), enrolled.name(), enrolled.content()));
    }

    private Prompt prompt(Device device, Instant now) {
        return method().challenge(call().at(now).proving(List.of(device), JsonObject.empty()));
    }

    private Proof prove(Added added, Instant now) {
        Prompt prompt = prompt(added.device(), now);
        return verify(added.device(), prompt, proving(added.page(), prompt, now), now);
    }

    private Proof verify(Device device, Prompt prompt, JsonObject answers, Instant now) {
        return method().verify(call().at(now).state(prompt.state()).proving(List.of(device), answers));
    }
}
