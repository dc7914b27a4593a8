package org.gatewright.spi.store;

import java.util.List;
import java.util.Optional;

/**
 * Some of the documents that were asked for.
 *
 * @param next what {@link DocumentQuery#after} takes to go on; empty if these were the last
 * @since 1.0
 */
public record DocumentPage(List<Document> documents, Optional<String> next) {
    /** Copies the list. */
    public DocumentPage {
        documents = List.copyOf(documents);
    }
}
