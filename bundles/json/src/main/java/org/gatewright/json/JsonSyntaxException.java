package org.gatewright.json;

/** The text is not the JSON that was expected. The message is a sentence for whoever sent it. */
public final class JsonSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    /** Creates the error. */
    public JsonSyntaxException(String message) {
        super(message, null, true, false);
        this.sentence = message;
    }

    /** Returns the sentence for whoever sent the text. */
    public String sentence() {
        return sentence;
    }
}
