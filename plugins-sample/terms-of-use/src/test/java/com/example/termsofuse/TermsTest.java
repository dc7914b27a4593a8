package com.example.termsofuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.stage.FactNames;
import org.gatewright.spi.store.Document;
import org.gatewright.spi.store.DocumentCollection;
import org.gatewright.spi.store.DocumentQuery;
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
        User alice = kernel.user("alice", JsonObject.empty());
        TestFlow flow = kernel.flow("terms").about(alice).step(kernel.stage("terms_of_use", FIRST));
        Visitor visitor = kernel.visitor();
        visitor.open(flow);
        kernel.at(Instant.parse("2026-11-23T12:01:00Z"));
        visitor.answer(flow, ACCEPTED);

        JsonObject accepted = JsonObject.of("terms", "general").with("version", "1");
        assertThat(kept(kernel)).singleElement().satisfies(document -> {
            assertThat(document.content()).isEqualTo(accepted.with("accepted", "2026-11-23T12:01:00Z"));
            assertThat(document.owner()).contains(alice.id());
            assertThat(document.expires()).isEmpty();
        });
        assertThat(kernel.events("terms_accepted")).containsExactly(accepted);
    }

    @Test
    void tellsTheFlowWhatIsAccepted(BareKernel kernel) {
        User alice = kernel.user("alice", JsonObject.empty());
        TestFlow flow = kernel.flow("terms").about(alice).step(kernel.stage("terms_of_use", FIRST));
        Visitor visitor = kernel.visitor();
        visitor.open(flow);
        visitor.answer(flow, ACCEPTED);
        assertThat(fact(flow)).contains("1");

        kernel.at(kernel.now().plusSeconds(60));
        assertThat(kernel.visitor().open(flow).isOver()).isTrue();
        assertThat(fact(flow)).as("not asked again").contains("1");
    }

    @Test
    void keepsTheProofOfEachVersion(BareKernel kernel) {
        User alice = kernel.user("alice", JsonObject.empty());
        Instance terms = kernel.stage("terms_of_use", FIRST);
        TestFlow flow = kernel.flow("terms").about(alice).step(terms);
        Visitor visitor = kernel.visitor();
        visitor.open(flow);
        visitor.answer(flow, ACCEPTED);
        kernel.change(terms, "{\"version\": \"2\"}");
        visitor = kernel.visitor();
        visitor.open(flow);
        visitor.answer(flow, ACCEPTED);

        assertThat(kept(kernel))
                .extracting(document -> document.content().text("version").orElse(""))
                .containsExactly("1", "2");
    }

    @Test
    void writesDownOnceWhatIsAcceptedTwiceAtOnce(BareKernel kernel) {
        User alice = kernel.user("alice", JsonObject.empty());
        TestFlow flow = kernel.flow("terms").about(alice).step(kernel.stage("terms_of_use", FIRST));
        Visitor desk = kernel.visitor();
        Visitor phone = kernel.visitor();
        desk.open(flow);
        phone.open(flow);
        assertThat(desk.answer(flow, ACCEPTED).isOver()).isTrue();
        assertThat(phone.answer(flow, ACCEPTED).isOver()).isTrue();

        assertThat(kept(kernel)).hasSize(1);
        assertThat(kernel.events("terms_accepted")).hasSize(1);
    }

    @Test
    void asksEachUser(BareKernel kernel) {
        Instance terms = kernel.stage("terms_of_use", FIRST);
        TestFlow hers = kernel.flow("hers")
                .about(kernel.user("alice", JsonObject.empty()))
                .step(terms);
        TestFlow his =
                kernel.flow("his").about(kernel.user("bob", JsonObject.empty())).step(terms);
        Visitor alice = kernel.visitor();
        alice.open(hers);
        alice.answer(hers, ACCEPTED);
        assertThat(kernel.visitor().open(his).fields()).contains("accept");
    }

    @Test
    void forgetsWhoIsDeleted(BareKernel kernel) {
        User alice = kernel.user("alice", JsonObject.empty());
        TestFlow flow = kernel.flow("terms").about(alice).step(kernel.stage("terms_of_use", FIRST));
        Visitor visitor = kernel.visitor();
        visitor.open(flow);
        visitor.answer(flow, ACCEPTED);
        kernel.delete(alice);
        assertThat(kept(kernel)).isEmpty();
    }

    @Test
    void showsAPageOfItsOwn(BareKernel kernel) {
        User alice = kernel.user("alice", JsonObject.empty());
        String settings = "{\"version\": \"1\", \"text\": \"Be nice.\", \"translations\":"
                + " [{\"language\": \"de\", \"text\": \"Sei nett.\", \"question\": \"Ja\"}]}";
        TestFlow flow = kernel.flow("terms").about(alice).step(kernel.stage("terms_of_use", settings));
        JsonObject page = kernel.visitor().open(flow).challenge();

        JsonObject element = page.object("element").orElseThrow();
        assertThat(element.text("tag")).contains("example-terms");
        assertThat(element.text("module").orElseThrow()).endsWith("/terms.js");
        assertThat(TermsStage.class.getResource("/web/terms.js")).isNotNull();
        assertThat(page.text("text")).contains("Be nice.");
        assertThat(page.objects("translations"))
                .containsExactly(JsonObject.of("language", "de")
                        .with("text", "Sei nett.")
                        .with("question", "Ja"));
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
        assertThat(kept(kernel)).isEmpty();
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
        assertThat(kept(kernel)).isEmpty();
    }

    @Test
    void asksSomebodyWhoHasSignedInBefore(BareKernel kernel) {
        User alice = kernel.user("alice", JsonObject.empty());
        TestFlow flow = kernel.flow("terms").step(kernel.stage("terms_of_use", FIRST));
        Visitor visitor = kernel.visitor().signedIn(alice);
        visitor.open(flow);
        assertThat(visitor.answer(flow, ACCEPTED).isOver()).isTrue();
        assertThat(kept(kernel)).extracting(Document::owner).containsExactly(Optional.of(alice.id()));
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
        assertThat(kept(kernel))
                .extracting(document -> document.content().text("terms").orElse(""))
                .containsExactlyInAnyOrder("general", "privacy");
        assertThat(flow.facts().orElseThrow().members()).containsKeys("terms_of_use_general", "terms_of_use_privacy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"version\": \"1\"}",
                "{\"text\": \"Be nice.\"}",
                "{\"version\": \"\", \"text\": \"Be nice.\"}",
                "{\"version\": \"1\", \"text\": \"\"}",
                "{\"version\": \"1\", \"text\": \"Be nice.\", \"document\": \"a.b\"}",
                "{\"version\": \"1\", \"text\": \"x\", \"translations\": [{\"language\": \"German\", \"text\": \"x\","
                        + " \"question\": \"x\"}]}",
                "{\"version\": \"1\", \"text\": \"x\", \"translations\": [{\"language\": \"pt-BR\", \"text\": \"x\","
                        + " \"question\": \"x\"}, {\"language\": \"pt-br\", \"text\": \"x\", \"question\": \"x\"}]}",
                "{\"version\": \"1\", \"text\": \"x\", \"translations\": [{\"language\": \"de\", \"text\": \"x\","
                        + " \"question\": \"x\"}, {\"language\": \"de\", \"text\": \"y\", \"question\": \"y\"}]}"
            })
    void refusesSettingsThatMeanNothing(String settings, BareKernel kernel) {
        assertThatThrownBy(() -> kernel.stage("terms_of_use", settings)).isInstanceOf(RefusedSettings.class);
    }

    private static List<Document> kept(BareKernel kernel) {
        return kernel.documents(TermsStage.class)
                .list(DocumentCollection.named("acceptances"), DocumentQuery.all())
                .documents();
    }

    private static Optional<String> fact(TestFlow flow) {
        return flow.facts().flatMap(facts -> facts.text("terms_of_use_general"));
    }
}
