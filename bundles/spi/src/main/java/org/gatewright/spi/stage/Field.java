package org.gatewright.spi.stage;

import java.util.List;

/**
 * One field of a challenge.
 *
 * @param key the name of the answer
 * @param label for people
 * @param type what it looks like
 * @param required whether an empty answer is refused
 * @param placeholder shown in the empty field
 * @param initialValue filled in at first
 * @param subText help below the field
 * @param choices for fields that offer some
 * @since 1.0
 */
public record Field(
        String key,
        String label,
        FieldType type,
        boolean required,
        String placeholder,
        String initialValue,
        String subText,
        List<String> choices) {

    /** Copies the choices. */
    public Field {
        choices = List.copyOf(choices);
    }

    /** A required field with nothing but a label. */
    public static Field required(String key, String label, FieldType type) {
        return new Field(key, label, type, true, "", "", "", List.of());
    }
}
