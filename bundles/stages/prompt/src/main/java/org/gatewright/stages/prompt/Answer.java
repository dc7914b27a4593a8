package org.gatewright.stages.prompt;

import org.gatewright.spi.stage.FieldError;

/** What became of the answer to one field. */
sealed interface Answer {

    /** It is good. */
    record Taken(Object value) implements Answer {}

    /** There is none, and none is needed. */
    record Missing() implements Answer {}

    /** It is not good. */
    record Refused(FieldError error) implements Answer {}

    static Answer refused(String sentence, String code) {
        return new Refused(new FieldError(sentence, code));
    }
}
