package org.gatewright.http.request;

/** The request is not one that the entry takes. The message is a sentence for the client. */
public final class BadRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String sentence;

    /** Refuses with status 400. */
    public BadRequestException(String message) {
        this(400, message);
    }

    /** Refuses with this status. */
    public BadRequestException(int status, String message) {
        super(message, null, true, false);
        this.status = status;
        this.sentence = message;
    }

    /** Returns the status, 400 to 499. */
    public int status() {
        return status;
    }

    /** Returns the sentence for the client. */
    public String sentence() {
        return sentence;
    }
}
