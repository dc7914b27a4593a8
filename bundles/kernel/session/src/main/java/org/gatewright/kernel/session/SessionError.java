package org.gatewright.kernel.session;

import org.gatewright.spi.error.ErrorCode;
import org.gatewright.spi.error.ErrorKind;

/** Errors of sessions and keys. */
enum SessionError implements ErrorCode {
    /** There is no active key to sign with. */
    KEY_UNAVAILABLE("session/key-unavailable", ErrorKind.UNAVAILABLE);

    private final String code;
    private final ErrorKind kind;

    SessionError(String code, ErrorKind kind) {
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
