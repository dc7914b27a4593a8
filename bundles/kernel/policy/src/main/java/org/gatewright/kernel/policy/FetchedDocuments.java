package org.gatewright.kernel.policy;

import java.util.Optional;
import org.gatewright.spi.store.Document;
import org.gatewright.spi.store.DocumentCollection;
import org.gatewright.spi.store.DocumentPage;
import org.gatewright.spi.store.DocumentQuery;
import org.gatewright.spi.store.DocumentReader;

/** Documents that the one who asks the policy reads for it. */
record FetchedDocuments(DocumentReader documents, Errands errands) implements DocumentReader {

    @Override
    public Optional<Document> find(DocumentCollection collection, String key) {
        return errands.run(() -> documents.find(collection, key));
    }

    @Override
    public DocumentPage list(DocumentCollection collection, DocumentQuery query) {
        return errands.run(() -> documents.list(collection, query));
    }
}
