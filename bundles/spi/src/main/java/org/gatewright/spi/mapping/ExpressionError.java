package org.gatewright.spi.mapping;

import org.gatewright.spi.error.ErrorCode;
import org.gatewright.spi.error.ErrorKind;

/**
 * Why an evaluation has no result. Neither is a defect of the language.
 *
 * @since 1.0
 */
public enum ExpressionError implements ErrorCode {
    /** The values do not go together, such as a member that is not there, or a number that is too large. */
    FAILED("expressions/failed"),
    /** A limit is reached. */
    LIMIT("expressions/limit");

    private final String code;

    ExpressionError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ErrorKind kind() {
        return ErrorKind.USER;
    }
}
