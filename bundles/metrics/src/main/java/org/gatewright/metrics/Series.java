package org.gatewright.metrics;

import java.util.Map;

/**
 * One line of numbers over time.
 *
 * @param name as Micrometer takes it: without the suffix that says what is measured
 */
record Series(String name, Map<String, String> labels) {

    private static final String PREFIX = "gatewright_";

    /** Copies the labels. */
    Series {
        labels = Map.copyOf(labels);
    }

    /** The series of the name and these labels; Micrometer adds the suffix again. */
    static Series of(String name, String suffix, Map<String, String> labels) {
        String bare = name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
        return new Series(PREFIX + bare, labels);
    }
}
