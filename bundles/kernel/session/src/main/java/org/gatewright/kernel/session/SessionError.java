package org.gatewright.kernel.session;

import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.error.ErrorCode;
import org.gatewright.spi.error.ErrorKind;
import org.gatewright.spi.error.GatewrightException;

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

    /** Says that a key is not there. */
    static GatewrightException noKey(Optional<UUID> named) {
        return new GatewrightException(
                KEY_UNAVAILABLE,
                named.isPresent()
                        ? "The signing key that the settings name is not there. Choose another one."
                        : "There is no signing key yet. Try again in a moment.");
    }
}
