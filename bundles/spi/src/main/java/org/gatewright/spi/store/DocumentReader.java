package org.gatewright.spi.store;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The documents of the plug-in that is called, and of no other one. Documents that have expired are not there.
 *
 * <p>Reads see what was committed, and what the transaction has written in which the plug-in is called, if it is called in one.
 *
 * @since 1.0
 */
@ProviderType
public interface DocumentReader {

    /**
     * Finds a document.
     *
     * @throws org.gatewright.spi.error.GatewrightException with {@link DocumentError#REFUSED} if this can be no key
     */
    Optional<Document> find(DocumentCollection collection, String key);

    /**
     * Lists documents.
     *
     * @throws IllegalArgumentException if the query names an index that the collection does not declare
     */
    DocumentPage list(DocumentCollection collection, DocumentQuery query);
}
