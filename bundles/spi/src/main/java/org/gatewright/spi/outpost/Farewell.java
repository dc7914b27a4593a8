package org.gatewright.spi.outpost;

/**
 * Why the server closes a connection by itself.
 *
 * @since 1.4
 */
public enum Farewell {
    /** What was sent is no message. */
    MALFORMED,
    /** The message is longer than messages may be. */
    TOO_LONG,
    /** Nothing came for too long, or not enough. */
    IDLE,
    /** The answer could not be made. */
    UNAVAILABLE
}
