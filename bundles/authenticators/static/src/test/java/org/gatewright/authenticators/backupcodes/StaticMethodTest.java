package org.gatewright.authenticators.backupcodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

class StaticMethodTest extends AuthenticatorMethodContract {

    private static final StaticSettings SETTINGS = new StaticSettings(4, 16);

    private final StaticMethod method = new StaticMethod();

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
        return JsonObject.empty();
    }

    @Override
    protected JsonObject proving(Enrolment.Ask added, Prompt prompt, Instant now) {
        return JsonObject.of("code", codes(added).get(0));
    }

    @Test
    void showsAsManyCodesAsAreSetAndOfThisLength() {
        assertThat(codes(shown())).hasSize(4).doesNotHaveDuplicates().allSatisfy(code -> assertThat(code)
                .matches("[a-z0-9]{4}(-[a-z0-9]{4}){3}"));
    }

    @Test
    void keepsHashesOnly() {
        Enrolment.Ask page = shown();
        String content = enrolled(page).content().toString();
        assertThat(codes(page)).noneMatch(code -> content.contains(BackupCode.plain(code)));
        assertThat(enrolled(page).content().texts("codes")).allMatch(hash -> hash.length() == 64);
    }

    @Test
    void takesEachCodeOnceInWhateverWayItIsTyped() {
        Enrolment.Ask page = shown();
        JsonObject content = enrolled(page).content();
        for (String code : codes(page)) {
            String typed = " " + code.replace("-", " ").toUpperCase(Locale.ROOT);
            Proof.Accepted accepted = (Proof.Accepted) verify(content, typed);
            content = accepted.content();
            assertThat(verify(content, code)).isInstanceOf(Proof.Refused.class);
        }
        assertThat(content.texts("codes")).isEmpty();
    }

    /** Who sets new codes up has lost the old ones, or has shown them to somebody. */
    @Test
    void replacesTheCodesOfBefore() {
        assertThat(enrolled(shown()).replaces()).isTrue();
        assertThat(enrolled(shown()).methods()).isEmpty();
    }

    @Test
    void tellsHowManyAreLeft() {
        assertThat(method.describe(
                        new Device(UUID.randomUUID(), "codes", enrolled(shown()).content())))
                .isEqualTo("4 left");
    }

    private Enrolment.Ask shown() {
        return (Enrolment.Ask) method.enrol(FakeMethodContext.with(SETTINGS).enrolling(Optional.empty()));
    }

    private Enrolment.Enrolled enrolled(Enrolment.Ask page) {
        return (Enrolment.Enrolled) method.enrol(
                FakeMethodContext.with(SETTINGS).state(page.state()).enrolling(Optional.of(JsonObject.empty())));
    }

    private Proof verify(JsonObject content, String code) {
        Device device = new Device(UUID.randomUUID(), "codes", content);
        return method.verify(FakeMethodContext.with(SETTINGS).proving(List.of(device), JsonObject.of("code", code)));
    }

    private static List<String> codes(Enrolment.Ask page) {
        return page.challenge().data().texts("codes");
    }
}
