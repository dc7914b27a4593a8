package org.gatewright.spi.credential;

/**
 * What a {@link CredentialBackend} says of a password.
 *
 * @since 1.0
 */
public enum Verification {
    /** It is this user's password. */
    MATCH,
    /** It is not. */
    MISMATCH,
    /** This back end holds no password of this user; the next one is asked. */
    UNKNOWN
}
