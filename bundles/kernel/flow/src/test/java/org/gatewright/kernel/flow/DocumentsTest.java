package org.gatewright.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.flow.FlowVisit;
import org.gatewright.port.plugins.TypeVersion;
import org.gatewright.port.plugins.VersionState;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.http.Request;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.plugin.NoSettings;
import org.gatewright.spi.protocol.Continuation;
import org.gatewright.spi.protocol.Ending;
import org.gatewright.spi.protocol.FlowOutcome;
import org.gatewright.spi.protocol.Protocol;
import org.gatewright.spi.protocol.ProtocolContext;
import org.gatewright.spi.protocol.Route;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageResult;
import org.gatewright.spi.store.Document;
import org.gatewright.spi.store.DocumentCollection;
import org.gatewright.spi.store.DocumentDraft;
import org.gatewright.spi.store.DocumentReader;
import org.gatewright.spi.store.Documents;
import org.junit.jupiter.api.Test;

/** Plug-ins read their own documents, and stages write them by effects: in their own namespace, once the turn has won. */
class DocumentsTest {

    private static final DocumentCollection WORDS = DocumentCollection.named("words", "word");
    private static final String PAGE = "/if/flow/f/";
    private static final String COMPONENT = "ak-stage-prompt";

    private final House house = new House();
    private final Browser browser = new Browser(house);

    /** Asks for a word, and keeps it under the key given. */
    private static Stage keeping(String key) {
        return context -> context.answers()
                .flatMap(answers -> answers.text("word"))
                .<StageResult>map(
                        word -> new StageResult.Done(JsonObject.empty(), List.of(put(context.documents(), key, word))))
                .orElseGet(() -> new StageResult.Ask(Stages.challenge(COMPONENT, "word")));
    }

    private static Effect put(DocumentReader documents, String key, String word) {
        JsonObject content = JsonObject.of("word", word);
        Optional<Document> before = documents.find(WORDS, key);
        return new Effect.PutDocument(
                WORDS,
                before.map(read -> DocumentDraft.replacing(read, content))
                        .orElseGet(() -> DocumentDraft.adding(key, content)));
    }

    private Optional<String> word(String plugin, String key) {
        return house.documents.of(plugin).find(WORDS, key).flatMap(read -> read.content()
                .text("word"));
    }

    private Stage seeing(List<Optional<String>> seen) {
        return context -> {
            seen.add(context.documents().find(WORDS, "k").flatMap(read -> read.content()
                    .text("word")));
            return new StageResult.Done(JsonObject.empty());
        };
    }

    @Test
    void aStageWritesInTheNamespaceOfItsPluginAlone() {
        Entry<FlowFields> flow = house.flow("f");
        List<Optional<String>> seen = new java.util.ArrayList<>();
        house.step(flow, "keeper", keeping("k"));
        house.step(flow, "other", seeing(seen));

        browser.show(PAGE);
        browser.answer(PAGE, JsonObject.of("word", "sesame")).challenge();

        assertThat(word("test.keeper", "k")).contains("sesame");
        assertThat(word("test.other", "k")).isEmpty();
        assertThat(seen).containsExactly(Optional.empty());
    }

    @Test
    void twoTypesOfOnePluginShareIt() {
        Entry<FlowFields> flow = house.flow("f");
        List<Optional<String>> seen = new java.util.ArrayList<>();
        house.step(flow, "keeper", keeping("k"));
        house.step(flow, "sibling", seeing(seen));
        house.catalogue.install(
                new TypeVersion(
                        Kind.STAGE,
                        "sibling",
                        "1.0.0",
                        1,
                        "test.keeper",
                        VersionState.ACTIVE,
                        "",
                        "",
                        "",
                        Optional.empty()),
                seeing(seen));

        browser.show(PAGE);
        browser.answer(PAGE, JsonObject.of("word", "sesame")).challenge();

        assertThat(seen).containsExactly(Optional.of("sesame"));
    }

    @Test
    void aGuestWritesInItsOwnNamespaceAndNotInItsHosts() {
        Entry<FlowFields> flow = house.flow("f");
        house.catalogue.install(Kind.STAGE, "guest", (Stage) context -> new StageResult.Ask(
                Stages.challenge(COMPONENT, "word"),
                JsonObject.empty(),
                false,
                List.of(put(context.documents(), "k", "guest"))));
        ConfigurationObject guest = house.configuration.add(Model.STAGE, "guest", "guest", new NoSettings());
        UUID id = guest.id();
        house.step(
                flow,
                "host",
                context -> new StageResult.Host(
                        id,
                        new StageResult.Ask(
                                Stages.challenge(COMPONENT, "name"),
                                JsonObject.empty(),
                                false,
                                List.of(put(context.documents(), "k", "host"))),
                        JsonObject.empty(),
                        false));

        browser.show(PAGE);

        assertThat(word("test.host", "k")).contains("host");
        assertThat(word("test.guest", "k")).contains("guest");
    }

    @Test
    void whoWasSlowerIsAskedAgainAndChangesNothing() {
        Entry<FlowFields> flow = house.flow("f");
        house.step(flow, "keeper", context -> {
            StageResult result = keeping("k").handle(context);
            if (context.answers().isPresent()) {
                house.documents
                        .of("test.keeper")
                        .put(WORDS, DocumentDraft.adding("k", JsonObject.of("word", "theirs")));
            }
            return result;
        });
        house.step(flow, "audit", Stages.effects(new Effect.Audit("passed", JsonObject.empty())));

        browser.show(PAGE);
        JsonObject asked = browser.answer(PAGE, JsonObject.of("word", "mine")).challenge();

        assertThat(asked.text("component")).contains(COMPONENT);
        assertThat(asked.object("response_errors").orElseThrow().objects("non_field_errors"))
                .singleElement()
                .satisfies(error -> assertThat(error.text("string").orElse("")).contains("Try again"));
        assertThat(word("test.keeper", "k")).contains("theirs");
        assertThat(house.events.actions()).doesNotContain("passed");

        browser.answer(PAGE, JsonObject.of("word", "mine")).challenge();
        assertThat(word("test.keeper", "k")).contains("mine");
        assertThat(house.events.actions()).contains("passed");
    }

    @Test
    void anOwnerWhoIsGoneUndoesTheTurnWithASentence() {
        Entry<FlowFields> flow = house.flow("f");
        house.step(
                flow,
                "keeper",
                context -> context.answers().isEmpty()
                        ? new StageResult.Ask(Stages.challenge(COMPONENT, "word"))
                        : new StageResult.Done(
                                JsonObject.empty(),
                                List.of(new Effect.PutDocument(
                                        WORDS,
                                        DocumentDraft.adding("k", JsonObject.empty())
                                                .ownedBy(UUID.randomUUID())))));

        browser.show(PAGE);
        JsonObject asked = browser.answer(PAGE, JsonObject.of("word", "x")).challenge();

        assertThat(asked.object("response_errors").orElseThrow().objects("non_field_errors"))
                .singleElement()
                .satisfies(error -> assertThat(error.text("string").orElse("")).contains("not there"));
        assertThat(word("test.keeper", "k")).isEmpty();
    }

    @Test
    void whatIsTooLargeRefusesTheVisitorAndIsNoFailureOfThePlugin() {
        Entry<FlowFields> flow = house.flow("f");
        house.step(flow, "keeper", keeping("k"));

        browser.show(PAGE);
        JsonObject denied =
                browser.answer(PAGE, JsonObject.of("word", "x".repeat(300))).challenge();

        assertThat(denied.text("component")).contains("ak-stage-access-denied");
        assertThat(denied.text("error_message").orElse("")).contains("1 to 255 characters");
    }

    @Test
    void deletesWhatWasRead() {
        Document kept = house.documents
                .of("test.remover")
                .put(WORDS, DocumentDraft.adding("k", JsonObject.empty()))
                .orElseThrow();
        Entry<FlowFields> flow = house.flow("f");
        house.step(flow, "remover", Stages.effects(new Effect.DeleteDocument(WORDS, "k", kept.revision())));

        browser.show(PAGE);

        assertThat(house.documents.of("test.remover").find(WORDS, "k")).isEmpty();
    }

    @Test
    void aDoubleSubmitWritesOnce() {
        Entry<FlowFields> flow = house.flow("f");
        house.step(
                flow,
                "keeper",
                context -> context.answers().isEmpty()
                        ? new StageResult.Ask(Stages.challenge(COMPONENT, "word"))
                        : new StageResult.Done(
                                JsonObject.empty(),
                                List.of(new Effect.PutDocument(
                                        WORDS,
                                        DocumentDraft.adding(UUID.randomUUID().toString(), JsonObject.empty())))));
        browser.show(PAGE);
        FlowVisit visit = browser.visit(PAGE);

        house.engine.answer(visit, JsonObject.of("word", "x"));
        house.engine.answer(visit, JsonObject.of("word", "x"));

        assertThat(house.database.documents().counts()).singleElement().satisfies(count -> assertThat(count.documents())
                .isEqualTo(1));
    }

    @Test
    void aProtocolWritesInItsTransaction() {
        house.protocol("p", new Protocol() {
            @Override
            public List<Route> routes() {
                return List.of(new Route(Set.of("GET"), "/application/p/", false));
            }

            @Override
            public Response handle(Request request, ProtocolContext context) {
                Documents documents = context.documents();
                assertThatThrownBy(() -> context.inTransaction(() -> {
                            documents.put(WORDS, DocumentDraft.adding("undone", JsonObject.of("word", "u")));
                            throw new IllegalStateException("rolls back");
                        }))
                        .hasMessage("rolls back");
                context.inTransaction(
                        () -> documents.put(WORDS, DocumentDraft.adding("done", JsonObject.of("word", "d"))));
                return new Response.Redirect(java.net.URI.create("/"));
            }

            @Override
            public Ending resume(Continuation continuation, FlowOutcome outcome, ProtocolContext context) {
                throw new AssertionError("nothing was begun");
            }
        });

        browser.get("/application/p/");

        assertThat(word("test.p", "undone")).isEmpty();
        assertThat(word("test.p", "done")).contains("d");
    }
}
