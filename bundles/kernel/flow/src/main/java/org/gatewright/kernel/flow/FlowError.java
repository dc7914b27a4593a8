package org.gatewright.kernel.flow;

import org.gatewright.spi.error.ErrorCode;
import org.gatewright.spi.error.ErrorKind;

/** Errors of flows. */
enum FlowError implements ErrorCode {
    /** Stored settings do not fit the plug-in that is installed. */
    MISCONFIGURED("flow/misconfigured", ErrorKind.UNAVAILABLE);

    private final String code;
    private final ErrorKind kind;

    FlowError(String code, ErrorKind kind) {
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
