package org.gatewright.testkit.port;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gatewright.port.store.DocumentStore;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.store.Document;
import org.gatewright.spi.store.DocumentError;
import org.gatewright.spi.store.DocumentPage;
import org.gatewright.spi.store.DocumentQuery;

/** Keeps documents in memory. */
final class InMemoryDocumentStore implements DocumentStore {

    record Name(Place place, String key) {}

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::plugin).thenComparing(Place::collection);

    private final InMemoryDatabase database;

    InMemoryDocumentStore(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<Document> find(Place place, String key, Instant now) {
        return database.transactions.call(() -> living(new Name(place, key), now));
    }

    @Override
    public DocumentPage list(Place place, DocumentQuery query, Instant now) {
        List<Document> found = database.transactions.call(() -> database.documents.all().stream()
                .filter(write -> write.place().equals(place) && matches(write, query))
                .map(Write::document)
                .filter(document -> isLiving(document, now))
                .sorted(Comparator.comparing(Document::key))
                .limit(query.limit() + 1L)
                .toList());
        boolean more = found.size() > query.limit();
        List<Document> page = more ? found.subList(0, query.limit()) : found;
        return new DocumentPage(
                page, more ? Optional.of(page.get(page.size() - 1).key()) : Optional.empty());
    }

    @Override
    public boolean put(Write write, Instant now) {
        return database.transactions.call(() -> {
            Name name = new Name(write.place(), write.document().key());
            if (living(name, now).map(Document::revision).orElse(0L) != write.replaces()) {
                return false;
            }
            if (write.document()
                    .owner()
                    .filter(user -> !database.users.has(user))
                    .isPresent()) {
                throw new GatewrightException(DocumentError.NO_OWNER, "The user who is to own it is not there.");
            }
            database.documents.put(name, write);
            return true;
        });
    }

    @Override
    public boolean delete(Place place, String key, long revision, Instant now) {
        Name name = new Name(place, key);
        return database.transactions.call(() -> living(name, now)
                        .filter(document -> document.revision() == revision)
                        .isPresent()
                && database.documents.remove(name));
    }

    @Override
    public List<Count> counts() {
        Map<Place, Long> counts = database.transactions.call(() -> database.documents.all().stream()
                .collect(Collectors.groupingBy(Write::place, () -> new TreeMap<>(ORDER), Collectors.counting())));
        return counts.entrySet().stream()
                .map(count -> new Count(count.getKey(), count.getValue()))
                .toList();
    }

    @Override
    public int erase(String plugin) {
        return database.transactions.call(() ->
                database.documents.removeIf(write -> write.place().plugin().equals(plugin)));
    }

    @Override
    public int deleteExpired(Instant now) {
        return database.transactions.call(() -> database.documents.removeIf(write -> !isLiving(write.document(), now)));
    }

    private Optional<Document> living(Name name, Instant now) {
        return database.documents.get(name).map(Write::document).filter(document -> isLiving(document, now));
    }

    private static boolean isLiving(Document document, Instant now) {
        return document.expires().map(now::isBefore).orElse(true);
    }

    private static boolean matches(Write write, DocumentQuery query) {
        Document document = write.document();
        return query.match()
                        .map(match -> match.value().equals(write.indexed().get(match.index())))
                        .orElse(true)
                && query.owner()
                        .map(owner -> document.owner().equals(Optional.of(owner)))
                        .orElse(true)
                && query.after().map(key -> document.key().compareTo(key) > 0).orElse(true);
    }
}
