package org.gatewright.spi.store;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads and writes the documents of the plug-in that is called, and of no other one. A write compares and swaps in one statement, so of many that replace the same
 * revision, or add the same key, exactly one wins. Writes join the transaction that surrounds them.
 *
 * @since 1.0
 */
@ProviderType
public interface Documents extends DocumentReader {

    /**
     * Stores a document if what is stored is what it replaces.
     *
     * @return the document as it is stored now; empty if somebody else was faster, and nothing is stored
     * @throws org.gatewright.spi.error.GatewrightException with {@link DocumentError#REFUSED} if an indexed member is no text of 1 to 255 characters, with {@link
     *     DocumentError#NO_OWNER} if there is no such user
     */
    Optional<Document> put(DocumentCollection collection, DocumentDraft draft);

    /** Deletes a document if this revision of it is stored; false if it is not. */
    boolean delete(DocumentCollection collection, String key, long revision);
}
