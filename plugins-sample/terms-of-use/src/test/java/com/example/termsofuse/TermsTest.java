package com.example.termsofuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.stage.FactNames;
import org.gatewright.testkit.kernel.BareKernel;
import org.gatewright.testkit.kernel.Instance;
import org.gatewright.testkit.kernel.Page;
import org.gatewright.testkit.kernel.PluginTest;
import org.gatewright.testkit.kernel.RefusedSettings;
import org.gatewright.testkit.kernel.TestFlow;
import org.gatewright.testkit.kernel.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PluginTest(TermsStage.class)
class TermsTest {

    private static final String FIRST = "{\"version\": \"1\", \"text\": \"Be nice.\"}";
    private static final String ACCEPTED = "{\"accept\": true}";

    // tag::flow[]
    @Test
    void asksOnceForEachVersion(BareKernel kernel) {
        User alice = kernel.user("alice", JsonObject.empty());
        Instance terms = kernel.stage("terms_of_use", FIRST);
        TestFlow flow = kernel.flow("terms").about(alice).step(terms);

        Visitor visitor = kernel.visitor();
        assertThat(visitor.open(flow).fields()).containsExactly("terms", "accept");
        assertThat(visitor.answer(flow, ACCEPTED).isOver()).isTrue();
        assertThat(kernel.visitor().open(flow).isOver()).isTrue();

        kernel.change(terms, "{\"version\": \"2\"}");
        assertThat(kernel.visitor().open(flow).fields()).contains("accept");
    }
    // end::flow[]

    @Test
    void keepsWhatWasAcceptedAndWhen(BareKernel kernel) {
        User alice = kernel.user("alice", JsonObject.of("phone", "1234"));
        TestFlow flow = kernel.flow("terms").about(alice).step(kernel.stage("terms_of_use", FIRST));
        Visitor visitor = kernel.visitor();
        visitor.open(flow);
        kernel.at(Instant.parse("2026-11-23T12:01:00Z"));
        visitor.answer(flow, ACCEPTED);

        assertThat(kernel.user(alice.id()).attributes())
                .isEqualTo(JsonObject.of("phone", "1234")
                        .with(
                                "terms_of_use_general",
                                JsonObject.of("version", "1").with("accepted", "2026-11-23T12:01:00Z")));
        assertThat(kernel.events("terms_accepted"))
                .containsExactly(JsonObject.of("document", "general").with("version", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"accept\": false}", "{\"accept\": \"true\"}", "{\"accept\": 1}"})
    void takesNothingElseForConsent(String answer, BareKernel kernel) {
        User alice = kernel.user("alice", JsonObject.empty());
        TestFlow flow = kernel.flow("terms").about(alice).step(kernel.stage("terms_of_use", FIRST));
        Visitor visitor = kernel.visitor();
        visitor.open(flow);
        Page page = visitor.answer(flow, answer);

        assertThat(page.errors("accept")).containsExactly("You cannot go on without accepting the terms of use.");
        assertThat(kernel.user(alice.id()).attributes().isEmpty()).isTrue();
        assertThat(kernel.events("terms_accepted")).isEmpty();
    }

    @Test
    void doesNotCountAnAnswerToTermsThatHaveChangedMeanwhile(BareKernel kernel) {
        User alice = kernel.user("alice", JsonObject.empty());
        Instance terms = kernel.stage("terms_of_use", FIRST);
        TestFlow flow = kernel.flow("terms").about(alice).step(terms);
        Visitor visitor = kernel.visitor();
        visitor.open(flow);
        kernel.change(terms, "{\"version\": \"2\", \"text\": \"Be very nice.\"}");

        Page again = visitor.answer(flow, ACCEPTED);
        assertThat(again.errors("accept")).containsExactly("The terms of use have changed meanwhile. Read them again.");
        assertThat(again.challenge().text("version")).contains("2");
        assertThat(visitor.answer(flow, ACCEPTED).isOver()).isTrue();
    }

    @Test
    void letsNobodyAcceptForSomebodyTheyOnlyNamed(BareKernel kernel) {
        User alice = kernel.user("alice", JsonObject.empty());
        TestFlow flow = kernel.flow("terms")
                .knowing(FactNames.PENDING_USER, alice.id().toString())
                .step(kernel.stage("terms_of_use", FIRST));
        Visitor mallory = kernel.visitor();
        assertThat(mallory.open(flow).isDenied()).isTrue();
        mallory.answer(flow, ACCEPTED);
        assertThat(kernel.user(alice.id()).attributes().isEmpty()).isTrue();
    }

    @Test
    void asksSomebodyWhoHasSignedInBefore(BareKernel kernel) {
        User alice = kernel.user("alice", JsonObject.empty());
        TestFlow flow = kernel.flow("terms").step(kernel.stage("terms_of_use", FIRST));
        Visitor visitor = kernel.visitor().signedIn(alice);
        visitor.open(flow);
        assertThat(visitor.answer(flow, ACCEPTED).isOver()).isTrue();
        assertThat(kernel.user(alice.id()).attributes().has("terms_of_use_general"))
                .isTrue();
    }

    @Test
    void tellsDocumentsApart(BareKernel kernel) {
        User alice = kernel.user("alice", JsonObject.empty());
        TestFlow flow = kernel.flow("terms")
                .about(alice)
                .step(kernel.stage("terms_of_use", FIRST))
                .step(kernel.stage(
                        "terms_of_use", "{\"document\": \"privacy\", \"version\": \"1\", \"text\": \"We see you.\"}"));
        Visitor visitor = kernel.visitor();
        visitor.open(flow);
        assertThat(visitor.answer(flow, ACCEPTED).isOver()).isFalse();
        assertThat(visitor.answer(flow, ACCEPTED).isOver()).isTrue();
        assertThat(kernel.user(alice.id()).attributes().members())
                .containsOnlyKeys("terms_of_use_general", "terms_of_use_privacy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"version\": \"1\"}",
                "{\"text\": \"Be nice.\"}",
                "{\"version\": \"\", \"text\": \"Be nice.\"}",
                "{\"version\": \"1\", \"text\": \"\"}",
                "{\"version\": \"1\", \"text\": \"Be nice.\", \"document\": \"a.b\"}"
            })
    void refusesSettingsThatMeanNothing(String settings, BareKernel kernel) {
        assertThatThrownBy(() -> kernel.stage("terms_of_use", settings)).isInstanceOf(RefusedSettings.class);
    }
}
