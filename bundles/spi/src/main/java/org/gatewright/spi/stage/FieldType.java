package org.gatewright.spi.stage;

import java.util.Locale;

/**
 * What a field looks like; the wire names are authentik's.
 *
 * @since 1.0
 */
public enum FieldType {
    /** One line of text. */
    TEXT,
    /** Several lines of text. */
    TEXT_AREA,
    /** Text that cannot be changed. */
    TEXT_READ_ONLY,
    /** Several lines that cannot be changed. */
    TEXT_AREA_READ_ONLY,
    /** A user name. */
    USERNAME,
    /** An e-mail address. */
    EMAIL,
    /** A password. */
    PASSWORD,
    /** A number. */
    NUMBER,
    /** Yes or no. */
    CHECKBOX,
    /** One choice, all shown. */
    RADIO_BUTTON_GROUP,
    /** One choice from a list. */
    DROPDOWN,
    /** A date. */
    DATE,
    /** A date with a time. */
    DATE_TIME,
    /** A file, as a data address. */
    FILE,
    /** A line between fields. */
    SEPARATOR,
    /** Not shown. */
    HIDDEN,
    /** Text to read. */
    STATIC,
    /** Text to notice. */
    ALERT_INFO,
    /** A warning. */
    ALERT_WARNING,
    /** A grave warning. */
    ALERT_DANGER,
    /** A language. */
    AK_LOCALE;

    /** Returns the name in challenges, which is authentik's. */
    public String wireName() {
        String name = name().toLowerCase(Locale.ROOT);
        return switch (this) {
            case RADIO_BUTTON_GROUP, DATE_TIME, AK_LOCALE -> name.replace('_', '-');
            default -> name;
        };
    }

    /** Tells whether the field takes an answer. */
    public boolean isInput() {
        return switch (this) {
            case TEXT_READ_ONLY, TEXT_AREA_READ_ONLY, SEPARATOR, STATIC, ALERT_INFO, ALERT_WARNING, ALERT_DANGER ->
                false;
            default -> true;
        };
    }
}
