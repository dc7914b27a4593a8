package com.example.gridcard;

import static com.example.gridcard.GridCardContractTest.question;
import static com.example.gridcard.GridCardContractTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.spi.authenticator.Device;
import org.gatewright.spi.authenticator.Enrolment;
import org.gatewright.spi.authenticator.Prompt;
import org.gatewright.spi.authenticator.Proof;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.testkit.authenticator.FakeMethodContext;
import org.junit.jupiter.api.Test;

class GridCardTest {

    private final GridCardMethod method = new GridCardMethod();
    private final FakeMethodContext call = FakeMethodContext.with(new GridCardSettings(4, 4, 3));
    private final Enrolment.Ask page = (Enrolment.Ask) method.enrol(call.enrolling(Optional.empty()));

    private Device added() {
        JsonObject answers = read(page, question(page));
        Enrolment.Enrolled enrolled =
                (Enrolment.Enrolled) method.enrol(call.state(page.state()).enrolling(Optional.of(answers)));
        return new Device(UUID.randomUUID(), enrolled.name(), enrolled.content());
    }

    private Prompt asked(Device device) {
        return method.challenge(call.proving(List.of(device), JsonObject.empty()));
    }

    private Proof prove(Device device, JsonObject answers) {
        return method.verify(call.proving(List.of(device), answers));
    }

    @Test
    void asksForEachCellOnceAndSaysWhenTheCardIsUsedUp() {
        Device card = added();
        Set<String> asked = new HashSet<>(Set.of(question(page).label()));
        for (int left = 4; left > 0; left--) {
            Prompt prompt = asked(card);
            assertThat(asked.add(prompt.fields().get(0).label())).isTrue();
            Proof.Accepted accepted =
                    (Proof.Accepted) prove(card, read(page, prompt.fields().get(0)));
            card = new Device(card.id(), card.name(), accepted.content());
        }
        Proof.Refused refused = (Proof.Refused) prove(card, JsonObject.of("cells", ""));
        assertThat(refused.error().code()).isEqualTo("used");
        assertThat(method.describe(card)).isEqualTo("1 of 16 cells left");
    }

    @Test
    void asksForTheSameCellsUntilTheyAreProved() {
        Device card = added();
        Prompt prompt = asked(card);
        for (int reload = 0; reload < 20; reload++) {
            prove(card, JsonObject.of("cells", "AA BB CC"));
            assertThat(asked(card)).as("who saw other cells does not get to them by trying").isEqualTo(prompt);
        }
    }

    @Test
    void readsWhatPeopleType() {
        Device card = added();
        String signs = read(page, asked(card).fields().get(0)).text("cells").orElseThrow();

        assertThat(prove(card, JsonObject.of("cells", " " + signs.toLowerCase() + " ")))
                .isInstanceOf(Proof.Accepted.class);
        assertThat(prove(card, JsonObject.of("cells", signs.replace(" ", ", ")))).isInstanceOf(Proof.Accepted.class);
        assertThat(prove(card, JsonObject.of("cells", signs.substring(3)))).isInstanceOf(Proof.Refused.class);
    }

    @Test
    void isNoDeviceBeforeItsCellsWereTyped() {
        Enrolment refused =
                method.enrol(call.state(page.state()).enrolling(Optional.of(JsonObject.of("cells", "AA AA AA"))));
        assertThat(refused).isInstanceOfSatisfying(Enrolment.Ask.class, again -> {
            assertThat(again.refused()).isTrue();
            assertThat(again.state()).isEqualTo(page.state());
        });
    }
}
