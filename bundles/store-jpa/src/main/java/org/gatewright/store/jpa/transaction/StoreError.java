package org.gatewright.store.jpa.transaction;

import org.gatewright.spi.error.ErrorCode;
import org.gatewright.spi.error.ErrorKind;

/** Errors of the stores that are not common to all bundles. */
public enum StoreError implements ErrorCode {
    /** What a row refers to is not there, or not any more. */
    REFERENCE_GONE("store/reference-gone", ErrorKind.CONFLICT),
    /** The database refused a statement. */
    FAILED("store/failed", ErrorKind.INTERNAL);

    private final String code;
    private final ErrorKind kind;

    StoreError(String code, ErrorKind kind) {
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
