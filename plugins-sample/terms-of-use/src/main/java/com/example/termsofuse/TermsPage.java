package com.example.termsofuse;

import java.util.List;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.Field;
import org.gatewright.spi.stage.FieldError;
import org.gatewright.spi.stage.FieldType;
import org.gatewright.spi.stage.PageElement;

/** What the visitor sees: the text, and a box to tick. Where {@code /web/terms.js} cannot be shown, the fields are. */
final class TermsPage {

    /** The answer. */
    static final String ACCEPT = "accept";

    private static final PageElement ELEMENT = new PageElement("example-terms", "terms.js");
    private static final FieldError NOT_ACCEPTED =
            new FieldError("You cannot go on without accepting the terms of use.", "required");
    private static final FieldError CHANGED =
            new FieldError("The terms of use have changed meanwhile. Read them again.", "changed");

    private TermsPage() {}

    // tag::page[]
    static Challenge of(TermsSettings settings) {
        Field text = new Field("terms", "Terms of use", FieldType.STATIC, false, "", settings.text(), "", List.of());
        Field box = Field.required(ACCEPT, settings.question(), FieldType.CHECKBOX);
        return new Challenge(Challenge.PROMPT, data(settings), List.of(text, box)).withElement(ELEMENT);
    }

    /** What the element shows: it knows the language of the page. */
    private static JsonObject data(TermsSettings settings) {
        return JsonObject.of("version", settings.version())
                .with("text", settings.text())
                .with("question", settings.question())
                .with(
                        "translations",
                        settings.translations().stream()
                                .map(Translation::shown)
                                .toList());
    }
    // end::page[]

    static Challenge notAccepted(TermsSettings settings) {
        return of(settings).withError(ACCEPT, NOT_ACCEPTED);
    }

    static Challenge changed(TermsSettings settings) {
        return of(settings).withError(ACCEPT, CHANGED);
    }
}
