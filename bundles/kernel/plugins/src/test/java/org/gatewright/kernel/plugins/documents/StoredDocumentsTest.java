package org.gatewright.kernel.plugins.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.events.Event;
import org.gatewright.port.plugins.DeclaredPermissions;
import org.gatewright.port.plugins.Permission;
import org.gatewright.port.plugins.PluginDocuments.Count;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.store.Document;
import org.gatewright.spi.store.DocumentCollection;
import org.gatewright.spi.store.DocumentDraft;
import org.gatewright.spi.store.DocumentQuery;
import org.gatewright.spi.store.DocumentReader;
import org.gatewright.spi.store.Documents;
import org.gatewright.testkit.port.FixedClock;
import org.gatewright.testkit.port.InMemoryDatabase;
import org.gatewright.testkit.port.RecordingEvents;
import org.junit.jupiter.api.Test;

/** Each plug-in has its own documents, and the administrator can erase them. */
class StoredDocumentsTest {

    private static final DocumentCollection DEVICES = DocumentCollection.named("devices", "serial");
    private static final JsonObject CONTENT = JsonObject.of("serial", "4711");

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final FixedClock clock = new FixedClock();
    private final RecordingEvents events = new RecordingEvents(database, clock);
    private final StoredDocuments documents =
            new StoredDocuments(database.documents(), database.transactions(), events, clock);
    private final DeclaredPermissions declaring =
            new DeclaredPermissions("com.example.ours", List.of(new Permission(Permission.DOCUMENTS, List.of())));
    private final Documents ours = documents.of("com.example.ours");
    private final Documents theirs = documents.of("com.example.theirs");

    private Document added(Documents own, String key) {
        return own.put(DEVICES, DocumentDraft.adding(key, CONTENT)).orElseThrow();
    }

    @Test
    void aPluginThatDeclaresDocumentsGetsItsOwn() {
        documents.of(declaring).put(DEVICES, DocumentDraft.adding("k", CONTENT));

        assertThat(documents.reader(declaring).find(DEVICES, "k")).isEqualTo(ours.find(DEVICES, "k"));
        assertThat(documents.reader(declaring)).isNotInstanceOf(Documents.class);
    }

    @Test
    void aPluginThatDoesNotDeclareThemGetsARefusalOfEachUse() {
        Document kept = added(ours, "k");
        DeclaredPermissions silent =
                new DeclaredPermissions("com.example.ours", List.of(new Permission(Permission.DIRECTORY, List.of())));
        Documents withheld = documents.of(silent);

        for (ThrowingCallable use : List.<ThrowingCallable>of(
                () -> documents.reader(silent).find(DEVICES, "k"),
                () -> documents.reader(silent).list(DEVICES, DocumentQuery.all()),
                () -> withheld.find(DEVICES, "k"),
                () -> withheld.list(DEVICES, DocumentQuery.all()),
                () -> withheld.put(DEVICES, DocumentDraft.adding("new", CONTENT)),
                () -> withheld.delete(DEVICES, "k", kept.revision()))) {
            assertThatThrownBy(use).isInstanceOfSatisfying(GatewrightException.class, e -> {
                assertThat(e.code()).isEqualTo(CommonError.PLUGIN_UNDECLARED);
                assertThat(e.detail()).contains("com.example.ours does not declare the permission “documents”");
            });
        }
        assertThat(ours.list(DEVICES, DocumentQuery.all()).documents()).containsExactly(kept);
    }

    @Test
    void noPluginReachesTheDocumentsOfAnother() {
        Document kept = added(ours, "k");
        UUID owner = UUID.randomUUID();

        assertThat(theirs.find(DEVICES, "k")).isEmpty();
        assertThat(theirs.list(DEVICES, DocumentQuery.all()).documents()).isEmpty();
        assertThat(theirs.list(DEVICES, DocumentQuery.where("serial", "4711")).documents())
                .isEmpty();
        assertThat(theirs.list(DEVICES, DocumentQuery.all().ownedBy(owner)).documents())
                .isEmpty();
        assertThat(theirs.delete(DEVICES, "k", kept.revision())).isFalse();
        assertThat(theirs.put(DEVICES, DocumentDraft.replacing(kept, JsonObject.empty())))
                .isEmpty();
        assertThat(ours.find(DEVICES, "k")).contains(kept);
    }

    @Test
    void whoMayOnlyReadHasNothingToWriteWith() {
        DocumentReader reader = documents.reader(declaring);
        Document kept = added(ours, "k");

        assertThat(reader).isNotInstanceOf(Documents.class);
        assertThat(reader.find(DEVICES, "k")).contains(kept);
    }

    @Test
    void noRevisionComesTwice() {
        Document first = added(ours, "k");
        assertThat(ours.delete(DEVICES, "k", first.revision())).isTrue();
        Document second = added(ours, "k");

        assertThat(second.revision()).isPositive().isNotEqualTo(first.revision());
        assertThat(ours.put(DEVICES, DocumentDraft.replacing(first, CONTENT))).isEmpty();
        assertThat(ours.delete(DEVICES, "k", first.revision())).isFalse();
    }

    @Test
    void endsADocumentByTheClock() {
        ours.put(
                DEVICES,
                DocumentDraft.adding("k", CONTENT).until(clock.instant().plusSeconds(60)));
        assertThat(ours.find(DEVICES, "k")).isPresent();
        clock.advance(Duration.ofMinutes(1));

        assertThat(ours.find(DEVICES, "k")).isEmpty();
        assertThat(ours.put(DEVICES, DocumentDraft.adding("k", CONTENT))).isPresent();
    }

    @Test
    void findsByDeclaredIndexesOnly() {
        added(ours, "k");
        assertThat(ours.list(DEVICES, DocumentQuery.where("serial", "4711")).documents())
                .hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ours.list(DEVICES, DocumentQuery.where("content", "4711")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> documents.reader(declaring).list(DEVICES, DocumentQuery.where("owner", "x")));
    }

    @Test
    void refusesKeysThatCannotBe() {
        String longer = "k".repeat(256);
        assertThatThrownBy(() -> ours.find(DEVICES, longer)).isInstanceOf(GatewrightException.class);
        assertThatThrownBy(() -> ours.delete(DEVICES, "\u0000", 1)).isInstanceOf(GatewrightException.class);
    }

    @Test
    void erasesTheDocumentsOfOnePluginAndRecordsIt() {
        added(ours, "a");
        added(ours, "b");
        Document kept = added(theirs, "k");
        assertThat(documents.counts())
                .containsExactly(
                        new Count("com.example.ours", "devices", 2), new Count("com.example.theirs", "devices", 1));

        assertThat(documents.erase(Actor.system(), "com.example.ours")).isEqualTo(2);

        assertThat(documents.counts()).containsExactly(new Count("com.example.theirs", "devices", 1));
        assertThat(theirs.find(DEVICES, "k")).contains(kept);
        Event event = events.recorded().get(0);
        assertThat(event.action()).isEqualTo("plugin_documents_erased");
        assertThat(event.context())
                .isEqualTo(JsonObject.of("plugin", "com.example.ours").with("documents", 2));
    }
}
