package org.gatewright.spi.directory;

/**
 * What users can be searched by.
 *
 * @since 1.4
 */
public enum UserProperty {
    /** The id, as text. */
    ID,
    /** The number that the API knows the user by, as text. */
    PK,
    /** The user name. */
    USERNAME,
    /** The e-mail address. */
    EMAIL,
    /** {@code true} or {@code false}. */
    ACTIVE,
    /** The name of a group that the user is a member of, directly or through nesting. */
    GROUP
}
