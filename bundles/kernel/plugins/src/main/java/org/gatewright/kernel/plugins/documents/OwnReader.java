package org.gatewright.kernel.plugins.documents;

import java.time.Clock;
import java.util.Optional;
import org.gatewright.port.store.DocumentStore;
import org.gatewright.port.store.DocumentStore.Place;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.store.Document;
import org.gatewright.spi.store.DocumentCollection;
import org.gatewright.spi.store.DocumentDraft;
import org.gatewright.spi.store.DocumentPage;
import org.gatewright.spi.store.DocumentQuery;
import org.gatewright.spi.store.DocumentReader;

/** Reads the documents of one plug-in. Is no {@link org.gatewright.spi.store.Documents}, so whoever may only read cannot write. */
record OwnReader(String plugin, DocumentStore store, Clock clock) implements DocumentReader {

    @Override
    public Optional<Document> find(DocumentCollection collection, String key) {
        return store.find(place(collection), checked(key), clock.instant());
    }

    @Override
    public DocumentPage list(DocumentCollection collection, DocumentQuery query) {
        query.match().map(DocumentQuery.Match::index).ifPresent(index -> {
            if (!collection.indexes().contains(index)) {
                throw new IllegalArgumentException(
                        "the collection " + collection.name() + " declares no index “" + index + "”");
            }
        });
        return store.list(place(collection), query, clock.instant());
    }

    Place place(DocumentCollection collection) {
        return new Place(plugin, collection.name());
    }

    static String checked(String key) {
        return DocumentDraft.adding(key, JsonObject.empty()).key();
    }
}
