package org.gatewright.rest.answer;

import org.gatewright.json.Schemas;
import org.gatewright.json.Shape;
import org.gatewright.spi.data.JsonObject;

/**
 * A problem document (RFC 9457).
 *
 * @param status of the answer
 * @param code stable, for programs
 * @param detail a sentence for people
 */
public record Problem(int status, String code, String detail) {

    /** The media type of problem documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Shape<Problem> SHAPE = Shape.<Problem>empty()
            .shown("type", Schemas.TEXT, problem -> "about:blank")
            .shown("status", Schemas.NUMBER, Problem::status)
            .shown("code", Schemas.TEXT, Problem::code)
            .shown("detail", Schemas.TEXT, Problem::detail);

    /** Returns the JSON Schema of problem documents. */
    public static JsonObject schema() {
        return SHAPE.schema();
    }

    /** Returns the JSON Schema of errors of fields, in authentik's shape: what is wrong, by the name of the field. */
    public static JsonObject fieldErrors() {
        return Schemas.map(Schemas.list(Schemas.TEXT));
    }

    /** Writes it. */
    public JsonObject show() {
        return SHAPE.show(this);
    }
}
