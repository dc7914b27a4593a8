package org.gatewright.stages.prompt;

import java.util.List;
import java.util.Optional;
import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.Length;
import org.gatewright.spi.settings.Range;
import org.gatewright.spi.settings.Title;
import org.gatewright.spi.stage.Field;
import org.gatewright.spi.stage.FieldType;

/**
 * One field of a prompt.
 *
 * @param fieldKey the name of the answer
 * @param label for people
 * @param type what it looks like and what it takes
 * @param required whether an empty answer is refused; has no meaning for a checkbox
 * @param placeholder shown in the empty field
 * @param initialValue filled in at first; the value itself, for fields that cannot be changed
 * @param order lower ones are shown first
 * @param subText help below the field
 * @param choices for fields that offer some
 * @param minLength the least number of characters
 */
public record PromptField(
        @Title("Key")
        @Help("The name of the answer, such as username, name, email, password or attributes.phone.")
        @Length(min = 1, max = 255)
        String fieldKey,

        @Title("Label") String label,
        @Title("Type") FieldType type,
        @Title("Required") @Default("true") boolean required,
        @Title("Placeholder") @Default("") String placeholder,
        @Title("Initial value") @Default("") String initialValue,
        @Title("Order") @Default("0") int order,
        @Title("Help text") @Default("") String subText,
        @Title("Choices") List<String> choices,

        @Title("Least length") @Range(min = 1, max = PromptField.MAX_LENGTH)
        Optional<Integer> minLength) {

    /** The longest answer in characters. */
    static final int MAX_LENGTH = 10_000;

    /** Copies the choices. */
    public PromptField {
        choices = List.copyOf(choices);
    }

    /** Tells whether the answer is secret. */
    boolean isSecret() {
        return type == FieldType.PASSWORD;
    }

    /** Tells whether the value comes from the settings, whatever the visitor sends. */
    boolean isFixed() {
        return switch (type) {
            case HIDDEN, TEXT_READ_ONLY, TEXT_AREA_READ_ONLY -> true;
            default -> false;
        };
    }

    /** Tells whether the visitor's answer counts. */
    boolean isAsked() {
        return type.isInput() && !isFixed();
    }

    /** Returns the field as pages show it, with another value filled in; a secret is never filled in. */
    Field shown(String value) {
        return new Field(fieldKey, label, type, required, placeholder, isSecret() ? "" : value, subText, choices);
    }
}
