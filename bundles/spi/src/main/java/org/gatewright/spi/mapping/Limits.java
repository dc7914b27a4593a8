package org.gatewright.spi.mapping;

import java.time.Duration;

/**
 * What one evaluation may use.
 *
 * @param steps elements that are visited, characters and elements that are compared or made
 * @param size characters of the longest text, and elements of the longest list, that may be made
 * @param time after which it is given up
 * @since 1.0
 */
public record Limits(int steps, int size, Duration time) {

    /** What counts for policies and mappings. */
    public static final Limits DEFAULT = new Limits(1_000_000, 100_000, Duration.ofSeconds(2));
}
