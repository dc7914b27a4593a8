package org.gatewright.kernel.directory;

import org.gatewright.spi.error.ErrorCode;
import org.gatewright.spi.error.ErrorKind;

/** Errors of the directory. */
enum DirectoryError implements ErrorCode {
    /** No installed hasher made the stored password. */
    HASHER_UNAVAILABLE("directory/hasher-unavailable", ErrorKind.UNAVAILABLE),
    /** Without this superuser nobody could administer the server. */
    LAST_SUPERUSER("directory/last-superuser", ErrorKind.CONFLICT);

    private final String code;
    private final ErrorKind kind;

    DirectoryError(String code, ErrorKind kind) {
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
