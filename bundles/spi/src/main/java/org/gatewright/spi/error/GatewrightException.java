package org.gatewright.spi.error;

/**
 * An error that the caller of a method cannot repair. Only the kind {@link ErrorKind#INTERNAL} carries a stack trace, so that an attack with bad input stays
 * cheap.
 *
 * @since 1.0
 */
public class GatewrightException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;

    /** Creates an error whose detail is a sentence for the person who caused it; it holds nothing secret. */
    public GatewrightException(ErrorCode code, String detail) {
        super(detail, null, true, code.kind() == ErrorKind.INTERNAL);
        this.code = code;
    }

    /** Creates an error that wraps the one of a foreign library. */
    public GatewrightException(ErrorCode code, String detail, Throwable cause) {
        super(detail, cause, true, code.kind() == ErrorKind.INTERNAL);
        this.code = code;
    }

    /** Returns the code. */
    public final ErrorCode code() {
        return code;
    }

    /** Returns the sentence for the person who caused the error. */
    public final String detail() {
        return String.valueOf(getMessage());
    }
}
