package org.gatewright.spi.directory;

/**
 * What a user is.
 *
 * @since 1.0
 */
public enum UserType {
    /** A person of the organisation. */
    INTERNAL,
    /** A person from elsewhere. */
    EXTERNAL,
    /** A program. */
    SERVICE_ACCOUNT,
    /** A program that is a part of this server. */
    INTERNAL_SERVICE_ACCOUNT
}
