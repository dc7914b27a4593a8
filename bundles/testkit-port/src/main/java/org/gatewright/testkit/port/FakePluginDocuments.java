package org.gatewright.testkit.port;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.plugins.DeclaredPermissions;
import org.gatewright.port.plugins.PluginDocuments;
import org.gatewright.port.store.DocumentStore;
import org.gatewright.port.store.DocumentStore.Place;
import org.gatewright.spi.store.Document;
import org.gatewright.spi.store.DocumentCollection;
import org.gatewright.spi.store.DocumentDraft;
import org.gatewright.spi.store.DocumentPage;
import org.gatewright.spi.store.DocumentQuery;
import org.gatewright.spi.store.DocumentReader;
import org.gatewright.spi.store.Documents;

/** Documents of plug-ins over a store, without the rules of the kernel; remembers who erased. */
public final class FakePluginDocuments implements PluginDocuments {

    private final DocumentStore store;
    private final Clock clock;
    private final AtomicLong revisions = new AtomicLong();
    private final Map<String, Actor> erased = new TreeMap<>();

    /** Over a store. */
    public FakePluginDocuments(DocumentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Returns who erased the documents of which plug-in. */
    public Map<String, Actor> erased() {
        return Map.copyOf(erased);
    }

    @Override
    public DocumentReader reader(DeclaredPermissions plugin) {
        return of(plugin);
    }

    @Override
    public Documents of(DeclaredPermissions plugin) {
        return of(plugin.plugin());
    }

    @Override
    public Documents of(String plugin) {
        return new Own(plugin);
    }

    @Override
    public List<Count> counts() {
        List<Count> counts = new ArrayList<>();
        store.counts()
                .forEach(count -> counts.add(
                        new Count(count.place().plugin(), count.place().collection(), count.documents())));
        return counts;
    }

    @Override
    public int erase(Actor actor, String plugin) {
        erased.put(plugin, actor);
        return store.erase(plugin);
    }

    private final class Own implements Documents {

        private final String plugin;

        Own(String plugin) {
            this.plugin = plugin;
        }

        @Override
        public Optional<Document> find(DocumentCollection collection, String key) {
            return store.find(place(collection), key, clock.instant());
        }

        @Override
        public DocumentPage list(DocumentCollection collection, DocumentQuery query) {
            return store.list(place(collection), query, clock.instant());
        }

        @Override
        public Optional<Document> put(DocumentCollection collection, DocumentDraft draft) {
            Document document = new Document(
                    draft.key(), draft.content(), revisions.incrementAndGet(), draft.owner(), draft.expires());
            DocumentStore.Write write = new DocumentStore.Write(
                    place(collection), document, draft.replaces(), collection.indexed(draft.content()));
            return store.put(write, clock.instant()) ? Optional.of(document) : Optional.empty();
        }

        @Override
        public boolean delete(DocumentCollection collection, String key, long revision) {
            return store.delete(place(collection), key, revision, clock.instant());
        }

        private Place place(DocumentCollection collection) {
            return new Place(plugin, collection.name());
        }
    }
}
