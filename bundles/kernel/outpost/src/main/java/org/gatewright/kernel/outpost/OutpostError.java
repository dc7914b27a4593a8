package org.gatewright.kernel.outpost;

import org.gatewright.spi.error.ErrorCode;
import org.gatewright.spi.error.ErrorKind;

/** Errors of connections. */
enum OutpostError implements ErrorCode {
    /** The other side is gone, or does not read. No fault of the outpost that answers. */
    GONE("outpost/gone", ErrorKind.UNAVAILABLE);

    private final String code;
    private final ErrorKind kind;

    OutpostError(String code, ErrorKind kind) {
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
