package org.gatewright.kernel.plugins.documents;

import java.util.Optional;
import org.gatewright.port.plugins.DeclaredPermissions;
import org.gatewright.port.plugins.Permission;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.store.Document;
import org.gatewright.spi.store.DocumentCollection;
import org.gatewright.spi.store.DocumentDraft;
import org.gatewright.spi.store.DocumentPage;
import org.gatewright.spi.store.DocumentQuery;
import org.gatewright.spi.store.Documents;

/** What a plug-in gets that does not declare that it keeps documents: a refusal of each use. */
record WithheldDocuments(DeclaredPermissions plugin) implements Documents {

    @Override
    public Optional<Document> find(DocumentCollection collection, String key) {
        throw withheld();
    }

    @Override
    public DocumentPage list(DocumentCollection collection, DocumentQuery query) {
        throw withheld();
    }

    @Override
    public Optional<Document> put(DocumentCollection collection, DocumentDraft draft) {
        throw withheld();
    }

    @Override
    public boolean delete(DocumentCollection collection, String key, long revision) {
        throw withheld();
    }

    private GatewrightException withheld() {
        return plugin.withheld(Permission.DOCUMENTS);
    }
}
