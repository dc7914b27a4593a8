package com.example.termsofuse;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.store.DocumentCollection;
import org.gatewright.spi.store.DocumentDraft;
import org.gatewright.spi.store.DocumentReader;

/**
 * That a user accepts a version of some terms. It is kept in a document of its own, which nobody replaces: what was accepted before stays as the proof of it, until
 * the user is deleted.
 */
// tag::documents[]
record Acceptance(String terms, String version, UUID user) {

    private static final DocumentCollection ACCEPTANCES = DocumentCollection.named("acceptances");

    static Acceptance of(TermsSettings settings, UUID user) {
        return new Acceptance(settings.document(), settings.version(), user);
    }

    boolean isGiven(DocumentReader documents) {
        return documents.find(ACCEPTANCES, key()).isPresent();
    }

    /** Writes it down, and tells the administrator. */
    List<Effect> given(Instant now) {
        JsonObject content = JsonObject.of("terms", terms).with("version", version);
        DocumentDraft draft = DocumentDraft.adding(key(), content.with("accepted", now.toString()))
                .ownedBy(user);
        return List.of(new Effect.PutDocument(ACCEPTANCES, draft), new Effect.Audit("terms_accepted", content));
    }

    private String key() {
        return terms + "/" + version + "/" + user;
    }
    // end::documents[]

    /** What later steps and policies of the flow may know of it. */
    JsonObject fact() {
        return JsonObject.of("terms_of_use_" + terms, version);
    }
}
