package org.gatewright.settings;

import java.util.Locale;
import java.util.Optional;

/**
 * The name of one setting.
 *
 * @param section in lower case, such as {@code listen}
 * @param key in lower case, such as {@code http}
 */
record SettingName(String section, String key) {

    /** What every variable of ours begins with. */
    static final String PREFIX = "GATEWRIGHT_";

    private static final String SEPARATOR = "__";
    private static final String SECRET = "SECRET_KEY";
    private static final String BOOTSTRAP = "BOOTSTRAP_";

    /** Reads the name out of an environment variable, if that carries a setting. */
    static Optional<SettingName> ofVariable(String variable) {
        if (!variable.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String rest = variable.substring(PREFIX.length());
        if (rest.equals(SECRET)) {
            return Optional.of(new SettingName("secret", "key"));
        }
        int cut = rest.indexOf(SEPARATOR);
        if (cut > 0) {
            return Optional.of(lower(rest.substring(0, cut), rest.substring(cut + SEPARATOR.length())));
        }
        return rest.startsWith(BOOTSTRAP)
                ? Optional.of(lower("bootstrap", rest.substring(BOOTSTRAP.length())))
                : Optional.empty();
    }

    /** Reads the name out of a key of the settings file. */
    static SettingName ofFileKey(String text) {
        int cut = text.indexOf('.');
        if (cut <= 0 || cut == text.length() - 1) {
            throw new SettingsProblem("etc/gatewright.cfg has the key \"" + text
                    + "\"; a key is a section, a dot and a name, such as listen.http");
        }
        return lower(text.substring(0, cut), text.substring(cut + 1));
    }

    private static SettingName lower(String section, String key) {
        return new SettingName(section.toLowerCase(Locale.ROOT), key.toLowerCase(Locale.ROOT));
    }

    /** Returns the environment variable that sets it. */
    String variable() {
        String upper = key.toUpperCase(Locale.ROOT);
        return switch (section) {
            case "secret" -> PREFIX + "SECRET_" + upper;
            case "bootstrap" -> PREFIX + BOOTSTRAP + upper;
            default -> PREFIX + section.toUpperCase(Locale.ROOT) + SEPARATOR + upper;
        };
    }

    /** Returns both spellings, for a sentence. */
    @Override
    public String toString() {
        return section + "." + key + " (" + variable() + ")";
    }
}
