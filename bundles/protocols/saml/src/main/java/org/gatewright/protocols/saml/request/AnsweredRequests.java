package org.gatewright.protocols.saml.request;

import java.time.Duration;
import java.time.Instant;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.store.DocumentCollection;
import org.gatewright.spi.store.DocumentDraft;
import org.gatewright.spi.store.Documents;

/** Remembers which requests have been answered, so that none is answered twice. Of many that try at once exactly one wins. */
public final class AnsweredRequests {

    private static final DocumentCollection ANSWERED = DocumentCollection.named("answered");

    /** Longer than a request is taken and a flow lives. */
    private static final Duration KEPT = Duration.ofHours(2);

    private AnsweredRequests() {}

    /** Tells whether the request has been answered. */
    public static boolean contain(Documents documents, Reply reply) {
        return reply.inResponseTo()
                .flatMap(id -> documents.find(ANSWERED, key(reply, id)))
                .isPresent();
    }

    /** Remembers, in the surrounding transaction, that the request is answered; false if it was before. */
    public static boolean add(Documents documents, Reply reply, Instant now) {
        return reply.inResponseTo().isEmpty()
                || documents
                        .put(
                                ANSWERED,
                                DocumentDraft.adding(
                                                key(reply, reply.inResponseTo().get()), JsonObject.empty())
                                        .until(now.plus(KEPT)))
                        .isPresent();
    }

    private static String key(Reply reply, String id) {
        return reply.provider() + "/" + id;
    }
}
