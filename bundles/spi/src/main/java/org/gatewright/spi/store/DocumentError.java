package org.gatewright.spi.store;

import org.gatewright.spi.error.ErrorCode;
import org.gatewright.spi.error.ErrorKind;

/**
 * Why a document cannot be kept or looked for.
 *
 * @since 1.0
 */
public enum DocumentError implements ErrorCode {
    /** Something of it is longer, deeper or other than it may be; the detail says what. */
    REFUSED("documents/refused", ErrorKind.USER),
    /** The user who is to own it is not there. */
    NO_OWNER("documents/no-owner", ErrorKind.CONFLICT);

    private final String code;
    private final ErrorKind kind;

    DocumentError(String code, ErrorKind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
