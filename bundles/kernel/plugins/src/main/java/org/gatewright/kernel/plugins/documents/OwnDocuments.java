package org.gatewright.kernel.plugins.documents;

import java.security.SecureRandom;
import java.util.Optional;
import org.gatewright.port.store.DocumentStore.Write;
import org.gatewright.spi.store.Document;
import org.gatewright.spi.store.DocumentCollection;
import org.gatewright.spi.store.DocumentDraft;
import org.gatewright.spi.store.DocumentPage;
import org.gatewright.spi.store.DocumentQuery;
import org.gatewright.spi.store.Documents;

/** The documents of one plug-in. There is no way from here to another one's. */
final class OwnDocuments implements Documents {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final OwnReader reader;

    OwnDocuments(OwnReader reader) {
        this.reader = reader;
    }

    @Override
    public Optional<Document> find(DocumentCollection collection, String key) {
        return reader.find(collection, key);
    }

    @Override
    public DocumentPage list(DocumentCollection collection, DocumentQuery query) {
        return reader.list(collection, query);
    }

    @Override
    public Optional<Document> put(DocumentCollection collection, DocumentDraft draft) {
        Document document = new Document(draft.key(), draft.content(), revision(), draft.owner(), draft.expires());
        Write write =
                new Write(reader.place(collection), document, draft.replaces(), collection.indexed(draft.content()));
        return reader.store().put(write, reader.clock().instant()) ? Optional.of(document) : Optional.empty();
    }

    @Override
    public boolean delete(DocumentCollection collection, String key, long revision) {
        return reader.store()
                .delete(
                        reader.place(collection),
                        OwnReader.checked(key),
                        revision,
                        reader.clock().instant());
    }

    /** At random: a number that counts would come again after a document was deleted and added again. */
    private static long revision() {
        long revision;
        do {
            revision = RANDOM.nextLong() >>> 1;
        } while (revision == 0);
        return revision;
    }
}
