package org.gatewright.testkit.kernel;

import java.util.List;
import org.gatewright.spi.data.JsonObject;

/**
 * What a visitor sees.
 *
 * @param status 200; 404 for a flow that does not exist; 503 if the step is not available
 * @param challenge as the browser gets it
 * @since 1.0
 */
public record Page(int status, JsonObject challenge) {

    private static final String OVER = "xak-flow-redirect";
    private static final String DENIED = "ak-stage-access-denied";

    /** Returns what shows the page. */
    public String component() {
        return challenge.text("component").orElse("");
    }

    /** Returns the names of the fields. */
    public List<String> fields() {
        return challenge.objects("fields").stream()
                .flatMap(field -> field.text("field_key").stream())
                .toList();
    }

    /** Returns the sentences about the answer to the field, or, of {@code non_field_errors}, about all. */
    public List<String> errors(String field) {
        return challenge.object("response_errors").stream()
                .flatMap(errors -> errors.objects(field).stream())
                .flatMap(error -> error.text("string").stream())
                .toList();
    }

    /** Tells whether all steps are done. */
    public boolean isOver() {
        return component().equals(OVER);
    }

    /** Tells whether a stage or a policy has refused. */
    public boolean isDenied() {
        return component().equals(DENIED);
    }

    /** Returns the sentence of a refusal. */
    public String refusal() {
        return challenge.text("error_message").orElse("");
    }
}
