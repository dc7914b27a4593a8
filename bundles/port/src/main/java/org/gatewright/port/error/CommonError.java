package org.gatewright.port.error;

import org.gatewright.spi.error.ErrorCode;
import org.gatewright.spi.error.ErrorKind;

/** Errors that several of our bundles raise. */
public enum CommonError implements ErrorCode {
    /** A field of an object is not as it must be. */
    INVALID_FIELDS("common/invalid-fields", ErrorKind.USER),
    /** The thing is absent, or not the caller's. */
    NOT_FOUND("common/not-found", ErrorKind.NOT_FOUND),
    /** The caller lacks a permission. */
    DENIED("common/denied", ErrorKind.DENIED),
    /** Somebody else changed the thing meanwhile. */
    CONFLICT("common/conflict", ErrorKind.CONFLICT),
    /** Other things refer to it. */
    IN_USE("common/in-use", ErrorKind.CONFLICT),
    /** The type is not installed, or not active. */
    TYPE_UNAVAILABLE("plugins/type-unavailable", ErrorKind.UNAVAILABLE),
    /** A plug-in threw. */
    PLUGIN_FAILED("plugins/failed", ErrorKind.INTERNAL),
    /** A call of a plug-in took longer than its kind may. */
    PLUGIN_TOO_SLOW("plugins/too-slow", ErrorKind.UNAVAILABLE),
    /** As many calls of the plug-in as there may be are under way. */
    PLUGIN_BUSY("plugins/busy", ErrorKind.UNAVAILABLE),
    /** What somebody wants to do with a plug-in cannot be done; the detail says why. */
    PLUGIN_REFUSED("plugins/refused", ErrorKind.USER),
    /** A plug-in wants something for which it declares no permission. */
    PLUGIN_UNDECLARED("plugins/undeclared-permission", ErrorKind.INTERNAL),
    /** The database does not answer. */
    STORE_UNAVAILABLE("store/unavailable", ErrorKind.UNAVAILABLE);

    private final String code;
    private final ErrorKind kind;

    CommonError(String code, ErrorKind kind) {
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
