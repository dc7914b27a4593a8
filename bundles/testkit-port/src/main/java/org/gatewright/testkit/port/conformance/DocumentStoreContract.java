package org.gatewright.testkit.port.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.gatewright.port.store.DocumentStore;
import org.gatewright.port.store.DocumentStore.Count;
import org.gatewright.port.store.DocumentStore.Place;
import org.gatewright.port.store.DocumentStore.Write;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.store.Document;
import org.gatewright.spi.store.DocumentError;
import org.gatewright.spi.store.DocumentPage;
import org.gatewright.spi.store.DocumentQuery;
import org.junit.jupiter.api.Test;

/** What a store of documents promises. */
abstract class DocumentStoreContract extends StoreContract {

    private static final JsonObject CONTENT = JsonObject.of("serial", "4711")
            .with("nested", JsonObject.of("list", List.of("a", 1, true)))
            .with("words", "\u0000 \ud83d\ude00 'quoted' ; --");

    private final AtomicLong revisions = new AtomicLong();
    private final Place place = new Place(unique("com.example"), "devices");

    private DocumentStore documents() {
        return stores().documents();
    }

    private Document document(String key) {
        return new Document(key, CONTENT, revisions.incrementAndGet(), Optional.empty(), Optional.empty());
    }

    private Document owned(String key, UUID owner) {
        return new Document(key, CONTENT, revisions.incrementAndGet(), Optional.of(owner), Optional.empty());
    }

    private Document ending(String key, Instant end) {
        return new Document(key, CONTENT, revisions.incrementAndGet(), Optional.empty(), Optional.of(end));
    }

    private boolean add(Document document) {
        return documents().put(new Write(place, document, 0, Map.of()), NOW);
    }

    private boolean replace(Document document, long revision) {
        return documents().put(new Write(place, document, revision, Map.of()), NOW);
    }

    private Document added(Document document) {
        assertThat(add(document)).isTrue();
        return document;
    }

    private Document indexed(String key, String serial) {
        Document document = document(key);
        assertThat(documents().put(new Write(place, document, 0, Map.of("serial", serial)), NOW))
                .isTrue();
        return document;
    }

    private Optional<Document> find(String key) {
        return documents().find(place, key, NOW);
    }

    private List<String> keys(DocumentQuery query) {
        return documents().list(place, query, NOW).documents().stream()
                .map(Document::key)
                .toList();
    }

    @Test
    void returnsWhatWasStored() {
        Document document = new Document("k €", CONTENT, Long.MAX_VALUE, Optional.of(user().id()), Optional.of(LATER));
        added(document);

        assertThat(find("k €")).contains(document);
        assertThat(find("k")).isEmpty();
    }

    @Test
    void keepsPluginsAndCollectionsApart() {
        added(document("k"));
        Place foreign = new Place(unique("com.example"), place.collection());
        Place other = new Place(place.plugin(), "others");
        for (Place elsewhere : List.of(foreign, other)) {
            assertThat(documents().find(elsewhere, "k", NOW)).isEmpty();
            assertThat(documents().list(elsewhere, DocumentQuery.all(), NOW).documents())
                    .isEmpty();
            assertThat(documents().delete(elsewhere, "k", 1, NOW)).isFalse();
            assertThat(documents().put(new Write(elsewhere, document("k"), 1, Map.of()), NOW))
                    .isFalse();
            assertThat(documents().put(new Write(elsewhere, document("k"), 0, Map.of("serial", "x")), NOW))
                    .isTrue();
        }
        assertThat(find("k").map(Document::revision)).contains(1L);
        assertThat(keys(DocumentQuery.where("serial", "x"))).isEmpty();
    }

    @Test
    void storesOnlyInPlaceOfWhatWasRead() {
        Document first = added(document("k"));
        Document second = document("k");
        assertThat(add(second)).isFalse();
        assertThat(replace(second, first.revision() + 100)).isFalse();
        assertThat(replace(second, first.revision())).isTrue();
        assertThat(replace(document("k"), first.revision())).isFalse();
        assertThat(find("k")).contains(second);

        assertThat(documents().delete(place, "k", first.revision(), NOW)).isFalse();
        assertThat(documents().delete(place, "k", second.revision(), NOW)).isTrue();
        assertThat(find("k")).isEmpty();
        assertThat(replace(document("k"), second.revision())).isFalse();
        assertThat(add(document("k"))).isTrue();
    }

    @Test
    void letsOneOfManyAdd() {
        assertOneWins(() -> add(document("k")));
    }

    @Test
    void letsOneOfManyAddInPlaceOfWhatHasExpired() {
        added(ending("k", BEFORE));

        assertOneWins(() -> add(document("k")));
        assertThat(find("k")).isPresent();
    }

    @Test
    void letsOneOfManyReplace() {
        long revision = added(document("k")).revision();

        assertOneWins(
                () -> documents().put(new Write(place, document("k"), revision, Map.of("serial", unique("s"))), NOW));
    }

    @Test
    void letsOneOfManyDelete() {
        long revision = added(document("k")).revision();

        assertOneWins(() -> documents().delete(place, "k", revision, NOW));
    }

    @Test
    void countsEveryIncrementOfManyWriters() {
        added(new Document("k", JsonObject.of("n", 0), 1, Optional.empty(), Optional.empty()));
        race(() -> {
            boolean stored = false;
            while (!stored) {
                Document read = find("k").orElseThrow();
                JsonObject next = JsonObject.of("n", read.content().integer("n").orElseThrow() + 1);
                Document raised = new Document("k", next, read.revision() + 1, read.owner(), read.expires());
                stored = replace(raised, read.revision());
            }
            return true;
        });

        assertThat(find("k").orElseThrow().content().integer("n")).contains((long) RACERS);
    }

    @Test
    void goesOnInTheTransactionAfterALostWrite() {
        added(document("k"));
        stores().transactions().run(() -> {
            assertThat(add(document("k"))).isFalse();
            assertThat(replace(document("k"), 4711)).isFalse();
            added(document("other"));
        });

        assertThat(find("other")).isPresent();
    }

    @Test
    void forgetsWhatTheTransactionRolledBack() {
        Document kept = indexed("k", "before");
        undone(() -> {
            assertThat(documents()
                            .put(new Write(place, document("k"), kept.revision(), Map.of("serial", "after")), NOW))
                    .isTrue();
            added(document("new"));
            assertThat(find("new")).isPresent();
        });
        undone(() ->
                assertThat(documents().delete(place, "k", kept.revision(), NOW)).isTrue());

        assertThat(find("k")).contains(kept);
        assertThat(find("new")).isEmpty();
        assertThat(keys(DocumentQuery.where("serial", "before"))).containsExactly("k");
        assertThat(keys(DocumentQuery.where("serial", "after"))).isEmpty();
    }

    @Test
    void hasNoDocumentThatHasExpired() {
        Document document = added(ending("k", LATER));
        assertThat(find("k")).contains(document);
        assertThat(documents().find(place, "k", LATER)).isEmpty();
        assertThat(documents().list(place, DocumentQuery.all(), LATER).documents())
                .isEmpty();
        assertThat(documents().delete(place, "k", document.revision(), LATER)).isFalse();
        Write late = new Write(place, document("k"), document.revision(), Map.of());
        assertThat(documents().put(late, LATER)).isFalse();
        assertThat(documents().put(new Write(place, document("k"), 0, Map.of()), LATER))
                .isTrue();
    }

    @Test
    void deletesWhatHasExpired() {
        added(ending("gone", NOW));
        added(ending("there", LATER));
        added(document("always"));

        assertThat(documents().deleteExpired(NOW)).isPositive();
        assertThat(documents().counts()).contains(new Count(place, 2));
    }

    @Test
    void findsByTheValuesOfNow() {
        Document first = indexed("a", "4711");
        indexed("b", "4711");
        indexed("c", "other");
        assertThat(keys(DocumentQuery.where("serial", "4711"))).containsExactly("a", "b");
        assertThat(keys(DocumentQuery.where("name", "4711"))).isEmpty();
        assertThat(keys(DocumentQuery.where("serial", "471_"))).isEmpty();

        Document moved = document("a");
        assertThat(documents().put(new Write(place, moved, first.revision(), Map.of("name", "n")), NOW))
                .isTrue();
        assertThat(keys(DocumentQuery.where("serial", "4711"))).containsExactly("b");
        assertThat(keys(DocumentQuery.where("name", "n"))).containsExactly("a");
        assertThat(documents().delete(place, "a", moved.revision(), NOW)).isTrue();
        assertThat(keys(DocumentQuery.where("name", "n"))).isEmpty();
    }

    @Test
    void listsInPages() {
        for (int number = 10; number < 15; number++) {
            indexed("k" + number, "all");
        }
        for (DocumentQuery query : List.of(DocumentQuery.all(), DocumentQuery.where("serial", "all"))) {
            List<String> keys = new ArrayList<>();
            DocumentPage page = documents().list(place, query.limit(2), NOW);
            page.documents().forEach(document -> keys.add(document.key()));
            while (page.next().isPresent()) {
                page = documents().list(place, query.limit(2).after(page.next().get()), NOW);
                page.documents().forEach(document -> keys.add(document.key()));
            }
            assertThat(keys).containsExactly("k10", "k11", "k12", "k13", "k14");
            assertThat(documents().list(place, query.limit(5), NOW).next()).isEmpty();
        }
    }

    @Test
    void listsWhatAUserOwns() {
        UUID ann = user().id();
        added(owned("a", ann));
        added(owned("b", user().id()));
        added(document("c"));

        assertThat(keys(DocumentQuery.all().ownedBy(ann))).containsExactly("a");
        assertThat(keys(DocumentQuery.where("serial", "x").ownedBy(ann))).isEmpty();
    }

    @Test
    void erasesWhatTheUserOwned() {
        UUID ann = user().id();
        Document owned = owned("hers", ann);
        assertThat(documents().put(new Write(place, owned, 0, Map.of("serial", "hers")), NOW))
                .isTrue();
        added(document("nobodys"));
        undone(() -> stores().users().delete(ann));
        assertThat(find("hers")).contains(owned);

        stores().users().delete(ann);
        assertThat(find("hers")).isEmpty();
        assertThat(keys(DocumentQuery.where("serial", "hers"))).isEmpty();
        assertThat(find("nobodys")).isPresent();
    }

    @Test
    void takesNoOwnerWhoIsNotThere() {
        UUID gone = user().id();
        stores().users().delete(gone);

        assertThatExceptionOfType(GatewrightException.class)
                .isThrownBy(() -> add(owned("k", gone)))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(DocumentError.NO_OWNER));
        assertThat(find("k")).isEmpty();
    }

    @Test
    void erasesOnePluginAlone() {
        indexed("a", "4711");
        added(document("b"));
        Place other = new Place(unique("com.example"), "devices");
        assertThat(documents().put(new Write(other, document("k"), 0, Map.of()), NOW))
                .isTrue();
        assertThat(documents().counts()).contains(new Count(place, 2), new Count(other, 1));

        assertThat(documents().erase(place.plugin())).isEqualTo(2);
        assertThat(documents().erase(place.plugin())).isZero();
        assertThat(documents().counts())
                .extracting(Count::place)
                .doesNotContain(place)
                .contains(other);
        assertThat(keys(DocumentQuery.where("serial", "4711"))).isEmpty();
    }
}
