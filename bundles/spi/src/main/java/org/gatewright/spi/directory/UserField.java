package org.gatewright.spi.directory;

/**
 * A field that a user can be found by.
 *
 * @since 1.0
 */
public enum UserField {
    /** The user name. */
    USERNAME,
    /** The e-mail address. */
    EMAIL,
    /** The attribute {@code upn}. */
    UPN
}
