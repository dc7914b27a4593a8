package com.example.termsofuse;

import java.util.List;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.Field;
import org.gatewright.spi.stage.FieldError;
import org.gatewright.spi.stage.FieldType;

/** What the visitor sees: the text, and a box to tick. */
final class TermsPage {

    /** The answer. */
    static final String ACCEPT = "accept";

    private static final FieldError NOT_ACCEPTED =
            new FieldError("You cannot go on without accepting the terms of use.", "required");
    private static final FieldError CHANGED =
            new FieldError("The terms of use have changed meanwhile. Read them again.", "changed");

    private TermsPage() {}

    // tag::page[]
    static Challenge of(TermsSettings settings) {
        Field text = new Field("terms", "Terms of use", FieldType.STATIC, false, "", settings.text(), "", List.of());
        Field box = Field.required(ACCEPT, settings.question(), FieldType.CHECKBOX);
        return new Challenge(Challenge.PROMPT, JsonObject.of("version", settings.version()), List.of(text, box));
    }
    // end::page[]

    static Challenge notAccepted(TermsSettings settings) {
        return of(settings).withError(ACCEPT, NOT_ACCEPTED);
    }

    static Challenge changed(TermsSettings settings) {
        return of(settings).withError(ACCEPT, CHANGED);
    }
}
