package com.example.termsofuse;

import java.time.Instant;
import java.util.Optional;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.effect.Effect;

/** Keeps in an attribute of the user which version of a document was accepted, and when. Each document has an attribute of its own, so that two flows do not undo each other's. */
record Acceptance(String document, String version) {

    private static final String PREFIX = "terms_of_use_";

    static Acceptance of(TermsSettings settings) {
        return new Acceptance(settings.document(), settings.version());
    }

    boolean isGivenBy(User user) {
        return user.attributes()
                .object(attribute())
                .flatMap(accepted -> accepted.text("version"))
                .equals(Optional.of(version));
    }

    /** Writes it down. */
    Effect given(Instant now) {
        JsonObject accepted = JsonObject.of("version", version).with("accepted", now.toString());
        return new Effect.UpdateUser(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                JsonObject.of(attribute(), accepted),
                Optional.empty());
    }

    /** Tells the administrator. */
    Effect audited() {
        return new Effect.Audit(
                "terms_accepted", JsonObject.of("document", document).with("version", version));
    }

    private String attribute() {
        return PREFIX + document;
    }
}
