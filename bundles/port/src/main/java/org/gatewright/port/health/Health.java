package org.gatewright.port.health;

/**
 * The state of one part.
 *
 * @param ready whether it can serve
 * @param message a sentence with what to do if it is not, else a few words
 */
public record Health(boolean ready, String message) {}
