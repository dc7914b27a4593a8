package org.gatewright.kernel.session;

import java.time.Duration;
import java.util.Locale;
import org.gatewright.port.settings.Settings;

/** Settings that are a number of days. */
final class Days {

    private static final int MOST = 36_500;

    private Days() {}

    static Duration of(Settings settings, String section, String key, int standard) {
        return settings.get(section, key)
                .map(text -> parse("GATEWRIGHT_" + section + "__" + key, text))
                .orElse(Duration.ofDays(standard));
    }

    private static Duration parse(String name, String text) {
        try {
            int days = Integer.parseInt(text.strip());
            if (days >= 1 && days <= MOST) {
                return Duration.ofDays(days);
            }
            throw wrong(name, text);
        } catch (NumberFormatException e) {
            throw wrong(name, text);
        }
    }

    private static IllegalArgumentException wrong(String name, String text) {
        return new IllegalArgumentException(name.toUpperCase(Locale.ROOT) + " is \"" + text
                + "\", but must be a whole number of days from 1 to " + MOST + ".");
    }
}
