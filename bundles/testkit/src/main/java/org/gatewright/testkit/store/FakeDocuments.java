package org.gatewright.testkit.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.store.Document;
import org.gatewright.spi.store.DocumentCollection;
import org.gatewright.spi.store.DocumentDraft;
import org.gatewright.spi.store.DocumentPage;
import org.gatewright.spi.store.DocumentQuery;
import org.gatewright.spi.store.Documents;
import org.gatewright.testkit.session.Rewindable;

/**
 * Documents of one plug-in in memory. Owners are not looked for: every user is there until {@link #deleteUser}.
 *
 * @since 1.0
 */
public final class FakeDocuments implements Documents, Rewindable {

    private record Name(String collection, String key) {}

    private record Row(Document document, Map<String, String> indexed) {}

    private final Supplier<Instant> now;
    private final Map<Name, Row> rows = new HashMap<>();
    private long revision;

    /** Creates it with the clock that expiry is measured by. */
    public FakeDocuments(Supplier<Instant> now) {
        this.now = now;
    }

    /** Does what the engine does with the effects of a stage's result that write documents; false if somebody else was faster with one of them. */
    public boolean perform(List<Effect> effects) {
        Runnable back = rewind();
        boolean written = effects.stream().allMatch(this::isWritten);
        if (!written) {
            back.run();
        }
        return written;
    }

    /** Erases what the user owns. */
    public void deleteUser(UUID user) {
        rows.values().removeIf(row -> row.document().owner().equals(Optional.of(user)));
    }

    @Override
    public Optional<Document> find(DocumentCollection collection, String key) {
        return living(new Name(collection.name(), checked(key)));
    }

    @Override
    public DocumentPage list(DocumentCollection collection, DocumentQuery query) {
        if (query.match()
                .filter(match -> !collection.indexes().contains(match.index()))
                .isPresent()) {
            throw new IllegalArgumentException("the collection " + collection.name() + " declares no such index");
        }
        List<Document> found = rows.entrySet().stream()
                .filter(row -> row.getKey().collection().equals(collection.name()))
                .filter(row -> living(row.getKey()).isPresent() && matches(row.getValue(), query))
                .map(row -> row.getValue().document())
                .sorted(Comparator.comparing(Document::key))
                .toList();
        List<Document> page = found.stream().limit(query.limit()).toList();
        return new DocumentPage(
                page,
                found.size() > page.size()
                        ? Optional.of(page.get(page.size() - 1).key())
                        : Optional.empty());
    }

    @Override
    public Optional<Document> put(DocumentCollection collection, DocumentDraft draft) {
        Name name = new Name(collection.name(), draft.key());
        Map<String, String> indexed = collection.indexed(draft.content());
        if (living(name).map(Document::revision).orElse(0L) != draft.replaces()) {
            return Optional.empty();
        }
        revision++;
        Document document = new Document(draft.key(), draft.content(), revision, draft.owner(), draft.expires());
        rows.put(name, new Row(document, indexed));
        return Optional.of(document);
    }

    @Override
    public boolean delete(DocumentCollection collection, String key, long revision) {
        Name name = new Name(collection.name(), checked(key));
        boolean same =
                living(name).filter(document -> document.revision() == revision).isPresent();
        if (same) {
            rows.remove(name);
        }
        return same;
    }

    @Override
    public Runnable rewind() {
        Map<Name, Row> then = new HashMap<>(rows);
        return () -> {
            rows.clear();
            rows.putAll(then);
        };
    }

    private boolean isWritten(Effect effect) {
        if (effect instanceof Effect.PutDocument put) {
            return put(put.collection(), put.draft()).isPresent();
        }
        return !(effect instanceof Effect.DeleteDocument gone)
                || delete(gone.collection(), gone.key(), gone.revision());
    }

    private Optional<Document> living(Name name) {
        return Optional.ofNullable(rows.get(name))
                .map(Row::document)
                .filter(document -> document.expires().map(now.get()::isBefore).orElse(true));
    }

    private static boolean matches(Row row, DocumentQuery query) {
        Document document = row.document();
        return query.match()
                        .map(match -> match.value().equals(row.indexed().get(match.index())))
                        .orElse(true)
                && query.owner()
                        .map(owner -> document.owner().equals(Optional.of(owner)))
                        .orElse(true)
                && query.after().map(key -> document.key().compareTo(key) > 0).orElse(true);
    }

    private static String checked(String key) {
        return DocumentDraft.adding(key, JsonObject.empty()).key();
    }
}
