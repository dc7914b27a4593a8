package org.gatewright.spi.error;

/**
 * Who has to act on an error. The entry maps kinds to status codes; protocols map codes to their own errors.
 *
 * @since 1.0
 */
public enum ErrorKind {
    /** The caller sent something wrong and can correct it. */
    USER,
    /** The caller may not do this. */
    DENIED,
    /** The thing is absent, or not the caller's. */
    NOT_FOUND,
    /** Somebody else was faster, or the thing exists. */
    CONFLICT,
    /** A part that is needed is not there at the moment. */
    UNAVAILABLE,
    /** A defect of the server or of a plug-in. */
    INTERNAL
}
