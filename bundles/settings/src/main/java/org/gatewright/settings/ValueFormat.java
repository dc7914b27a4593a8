package org.gatewright.settings;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.gatewright.port.plugins.MavenRepository;
import org.gatewright.spi.http.AddressRange;

/** What the value of a setting must look like. */
@FunctionalInterface
interface ValueFormat {

    /**
     * Checks a value that is not empty.
     *
     * @throws SettingsProblem naming the setting, the value, and what is expected
     */
    void check(SettingName name, String value);

    /** Any text, which may be a secret: it is never shown. */
    static ValueFormat text() {
        return (name, value) -> {};
    }

    /** One of these words, in upper or lower case. */
    static ValueFormat oneOf(Set<String> words) {
        return matching(
                "one of " + String.join(", ", new TreeSet<>(words)),
                value -> words.contains(value.toLowerCase(Locale.ROOT)));
    }

    /** A whole number of something. */
    static ValueFormat number(String unit, int least, int most) {
        return matching("a whole number of " + unit + " from " + least + " to " + most, value -> {
            try {
                int number = Integer.parseInt(value);
                return number >= least && number <= most;
            } catch (NumberFormatException e) {
                return false;
            }
        });
    }

    /** Networks with commas between. */
    static ValueFormat networks() {
        return matching("IP addresses or networks with commas between, such as 10.0.0.0/8, ::1/128", value -> {
            try {
                return !AddressRange.list(value).isEmpty();
            } catch (IllegalArgumentException e) {
                return false;
            }
        });
    }

    /** Repositories with commas between. */
    static ValueFormat mavenRepositories() {
        return matching(
                "folders named from the root, or addresses that begin with https:, with commas between", value -> {
                    try {
                        return !MavenRepository.list(value).isEmpty();
                    } catch (IllegalArgumentException e) {
                        return false;
                    }
                });
    }

    /** Anything that the predicate takes; the description follows “it must be”. */
    static ValueFormat matching(String description, Predicate<String> accepts) {
        return (name, value) -> {
            if (!accepts.test(value)) {
                throw new SettingsProblem("The setting " + name + " is \"" + value + "\"; it must be " + description);
            }
        };
    }
}
