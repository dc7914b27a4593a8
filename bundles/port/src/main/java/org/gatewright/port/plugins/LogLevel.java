package org.gatewright.port.plugins;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatewright.port.error.InvalidFieldsException;

/** How much a plug-in writes to the log. */
public enum LogLevel {
    /** Everything. */
    TRACE,
    /** What helps to find a fault. */
    DEBUG,
    /** What happens. */
    INFO,
    /** What is not as it should be. */
    WARN,
    /** What somebody must see to. */
    ERROR;

    /** The word for no level of its own: the plug-in writes as much as everything else. */
    public static final String DEFAULT = "DEFAULT";

    /** Returns the words that {@link #parse} knows. */
    public static List<String> words() {
        return Stream.concat(Stream.of(DEFAULT), Arrays.stream(values()).map(LogLevel::name))
                .toList();
    }

    /** Returns the word for a level, or for none. */
    public static String word(Optional<LogLevel> level) {
        return level.map(LogLevel::name).orElse(DEFAULT);
    }

    /**
     * Reads a word, in whatever case; empty for {@link #DEFAULT}.
     *
     * @throws InvalidFieldsException for the field {@code level} if it is none of the words
     */
    public static Optional<LogLevel> parse(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        if (!words().contains(upper)) {
            throw new InvalidFieldsException(
                    "level", "There is no level “" + word + "”. It must be one of " + String.join(", ", words()) + ".");
        }
        return upper.equals(DEFAULT) ? Optional.empty() : Optional.of(valueOf(upper));
    }
}
