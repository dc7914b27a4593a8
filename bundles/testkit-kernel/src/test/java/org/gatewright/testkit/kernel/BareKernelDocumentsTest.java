package org.gatewright.testkit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.PluginType;
import org.gatewright.spi.policy.Policy;
import org.gatewright.spi.policy.PolicyContext;
import org.gatewright.spi.policy.Verdict;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.Field;
import org.gatewright.spi.stage.FieldType;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageContext;
import org.gatewright.spi.stage.StageResult;
import org.gatewright.spi.store.Document;
import org.gatewright.spi.store.DocumentCollection;
import org.gatewright.spi.store.DocumentDraft;
import org.gatewright.spi.store.DocumentError;
import org.gatewright.spi.store.DocumentQuery;
import org.gatewright.spi.store.Documents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents behave in the bare kernel as in the server; what the store itself promises is in the conformance suite that its own fake passes. */
@PluginTest({BareKernelDocumentsTest.Book.class, BareKernelDocumentsTest.Known.class})
class BareKernelDocumentsTest {

    private static final DocumentCollection GUESTS = DocumentCollection.named("guests", "town");
    private static final JsonObject BASEL = JsonObject.of("town", "Basel");
    private static final JsonObject BERN = JsonObject.of("town", "Bern");

    private Documents documents;

    /** Writes the name of a guest, and never one that it knows. */
    @PluginType(name = "book", title = "Book")
    public static final class Book implements Stage {
        @Override
        public StageResult handle(StageContext context) {
            if (context.answers().isEmpty()) {
                return new StageResult.Ask(new Challenge(
                        Challenge.PROMPT, JsonObject.empty(), List.of(Field.required("name", "Name", FieldType.TEXT))));
            }
            DocumentDraft draft =
                    DocumentDraft.adding(context.answers().get().text("name").orElse("nobody"), BASEL);
            long before = context.documents()
                    .list(GUESTS, DocumentQuery.all())
                    .documents()
                    .size();
            return new StageResult.Done(
                    JsonObject.of("before", before),
                    List.of(new Effect.Audit("written", JsonObject.empty()), new Effect.PutDocument(GUESTS, draft)));
        }
    }

    /** Passes if it has a document, which it never has. */
    @PluginType(name = "known", title = "Known")
    public static final class Known implements Policy {
        @Override
        public Verdict decide(PolicyContext context) {
            return context.documents().find(GUESTS, "alice").isPresent()
                    ? Verdict.pass()
                    : Verdict.fail("Not in the book.");
        }
    }

    @BeforeEach
    void open(BareKernel kernel) {
        documents = kernel.documents(Book.class);
    }

    @Test
    void storesOnlyInPlaceOfWhatWasRead() {
        Document first =
                documents.put(GUESTS, DocumentDraft.adding("alice", BASEL)).orElseThrow();
        assertThat(documents.put(GUESTS, DocumentDraft.adding("alice", BERN))).isEmpty();
        Document second =
                documents.put(GUESTS, DocumentDraft.replacing(first, BERN)).orElseThrow();
        assertThat(documents.put(GUESTS, DocumentDraft.replacing(first, BASEL))).isEmpty();
        assertThat(documents.find(GUESTS, "alice")).contains(second);

        assertThat(documents.delete(GUESTS, "alice", first.revision())).isFalse();
        assertThat(documents.delete(GUESTS, "alice", second.revision())).isTrue();
        assertThat(documents.put(GUESTS, DocumentDraft.adding("alice", BASEL))).isPresent();
        assertThat(documents.put(GUESTS, DocumentDraft.replacing(first, BERN)))
                .as("what was read before it was deleted and added again")
                .isEmpty();
    }

    @Test
    void hasNoDocumentThatHasExpired(BareKernel kernel) {
        documents.put(
                GUESTS, DocumentDraft.adding("alice", BASEL).until(kernel.now().plusSeconds(60)));
        kernel.at(kernel.now().plusSeconds(59));
        assertThat(documents.find(GUESTS, "alice")).isPresent();
        kernel.at(kernel.now().plus(Duration.ofSeconds(1)));
        assertThat(documents.find(GUESTS, "alice")).isEmpty();
        assertThat(keys(DocumentQuery.where("town", "Basel"))).isEmpty();
        assertThat(documents.put(GUESTS, DocumentDraft.adding("alice", BERN))).isPresent();
    }

    @Test
    void findsByTheIndexesOfNow() {
        Document alice =
                documents.put(GUESTS, DocumentDraft.adding("alice", BASEL)).orElseThrow();
        documents.put(GUESTS, DocumentDraft.adding("bob", BASEL));
        assertThat(keys(DocumentQuery.where("town", "Basel"))).containsExactly("alice", "bob");
        documents.put(GUESTS, DocumentDraft.replacing(alice, BERN));
        assertThat(keys(DocumentQuery.where("town", "Basel"))).containsExactly("bob");
        assertThat(keys(DocumentQuery.where("town", "Bern"))).containsExactly("alice");
        assertThat(keys(DocumentQuery.all().limit(1).after("alice"))).containsExactly("bob");
        assertThatThrownBy(() -> keys(DocumentQuery.where("street", "x"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void erasesWhatTheUserOwned(BareKernel kernel) {
        User alice = kernel.user("alice", JsonObject.empty());
        documents.put(GUESTS, DocumentDraft.adding("hers", BASEL).ownedBy(alice.id()));
        documents.put(GUESTS, DocumentDraft.adding("nobodys", BASEL));
        assertThat(keys(DocumentQuery.all().ownedBy(alice.id()))).containsExactly("hers");

        kernel.delete(alice);
        assertThat(keys(DocumentQuery.where("town", "Basel"))).containsExactly("nobodys");
        assertRefused(
                DocumentError.NO_OWNER,
                () -> documents.put(GUESTS, DocumentDraft.adding("late", BASEL).ownedBy(alice.id())));
        assertRefused(
                DocumentError.NO_OWNER,
                () -> documents.put(GUESTS, DocumentDraft.adding("early", BASEL).ownedBy(UUID.randomUUID())));
    }

    @Test
    void refusesWhatTheServerRefuses() {
        assertRefused(DocumentError.REFUSED, () -> documents.find(GUESTS, ""));
        assertRefused(DocumentError.REFUSED, () -> documents.delete(GUESTS, "x".repeat(256), 1));
        assertRefused(
                DocumentError.REFUSED,
                () -> documents.put(GUESTS, DocumentDraft.adding("alice", JsonObject.of("town", 1))));
    }

    @Test
    void keepsPluginsApart(BareKernel kernel) {
        documents.put(GUESTS, DocumentDraft.adding("alice", BASEL));
        assertThat(kernel.documents(Known.class).find(GUESTS, "alice")).isEmpty();
        Instance known = kernel.policy("known", "{}");
        assertThat(kernel.decide(known, Optional.empty()).passes()).isFalse();
        kernel.documents(Known.class).put(GUESTS, DocumentDraft.adding("alice", BASEL));
        assertThat(kernel.decide(known, Optional.empty()).passes()).isTrue();
    }

    @Test
    void undoesTheTurnOfAStepThatWasSlower(BareKernel kernel) {
        documents.put(GUESTS, DocumentDraft.adding("alice", BERN));
        TestFlow flow = kernel.flow("book").step(kernel.stage("book", "{}"));
        Visitor visitor = kernel.visitor();
        visitor.open(flow);
        assertThat(visitor.answer(flow, "{\"name\": \"alice\"}").errors("non_field_errors"))
                .hasSize(1);
        assertThat(kernel.events("written")).isEmpty();
        assertThat(documents.find(GUESTS, "alice").orElseThrow().content()).isEqualTo(BERN);

        assertThat(visitor.answer(flow, "{\"name\": \"bob\"}").isOver()).isTrue();
        assertThat(kernel.events("written")).hasSize(1);
        assertThat(keys(DocumentQuery.all())).containsExactly("alice", "bob");
        assertThat(flow.facts().flatMap(facts -> facts.integer("before"))).contains(1L);
    }

    private List<String> keys(DocumentQuery query) {
        return documents.list(GUESTS, query).documents().stream()
                .map(Document::key)
                .toList();
    }

    private static void assertRefused(DocumentError code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(GatewrightException.class, refused -> assertThat(refused.code())
                        .isEqualTo(code));
    }
}
