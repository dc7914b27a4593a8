package org.gatewright.spi.directory;

/**
 * What groups can be searched by.
 *
 * @since 1.4
 */
public enum GroupProperty {
    /** The id, as text. */
    ID,
    /** The name. */
    NAME,
    /** The user name of a direct member. */
    MEMBER
}
