package org.gatewright.port.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.spi.store.Document;
import org.gatewright.spi.store.DocumentPage;
import org.gatewright.spi.store.DocumentQuery;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps the documents of plug-ins. A document that has expired is not there, whether it is deleted yet or not. */
@ProviderType
public interface DocumentStore {

    /** Where documents are: a collection of a plug-in. */
    record Place(String plugin, String collection) {}

    /**
     * A document that is to be stored.
     *
     * @param document with the revision that it will have
     * @param replaces the revision that must be stored now; 0 if none must be
     * @param indexed values by which it is found
     */
    record Write(Place place, Document document, long replaces, Map<String, String> indexed) {
        /** Copies the values. */
        public Write {
            indexed = Map.copyOf(indexed);
        }
    }

    /** How many documents a collection has, with those that have expired and are not deleted yet. */
    record Count(Place place, long documents) {}

    /** Finds a document. */
    Optional<Document> find(Place place, String key, Instant now);

    /** Lists documents in a fixed order of their keys. */
    DocumentPage list(Place place, DocumentQuery query, Instant now);

    /**
     * Stores the document if what is stored is what it replaces: of many that try at once one gets true. Without an error for the transaction if not.
     *
     * @throws org.gatewright.spi.error.GatewrightException with {@code NO_OWNER} if there is no such user
     */
    boolean put(Write write, Instant now);

    /** Deletes the document if this revision is stored, and not expired: one conditional DELETE. */
    boolean delete(Place place, String key, long revision, Instant now);

    /** Counts the documents of all plug-ins, ordered by plug-in and collection. */
    List<Count> counts();

    /** Deletes all documents of the plug-in; returns how many. */
    int erase(String plugin);

    /** Deletes what has expired; returns how many. */
    int deleteExpired(Instant now);
}
