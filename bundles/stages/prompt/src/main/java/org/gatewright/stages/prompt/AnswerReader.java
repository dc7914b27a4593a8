package org.gatewright.stages.prompt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatewright.spi.data.JsonObject;

/** Reads the answer to one field and says what is wrong with it. */
final class AnswerReader {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\".]+(\\.[^\\s@<>\".]+)*");
    private static final int MAX_EMAIL = 254;
    private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,4}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");
    private static final Answer REQUIRED = Answer.refused("This field may not be blank.", "required");
    private static final Answer NO_TEXT = Answer.refused("Enter text here.", "invalid");

    private AnswerReader() {}

    static Answer read(PromptField field, JsonObject answers) {
        Optional<Object> given = answers.get(field.fieldKey());
        return switch (field.type()) {
            case CHECKBOX -> checkbox(given);
            case NUMBER ->
                given.filter(Number.class::isInstance)
                        .map(number -> text(field, new BigDecimal(number.toString())))
                        .orElseGet(() -> text(field, given));
            default -> text(field, given);
        };
    }

    private static Answer checkbox(Optional<Object> given) {
        Object value = given.orElse(false);
        return value instanceof Boolean ? new Answer.Taken(value) : Answer.refused("Must be true or false.", "invalid");
    }

    private static Answer text(PromptField field, BigDecimal number) {
        boolean small = number.precision() <= 60 && Math.abs(number.scale()) <= 60;
        return small ? text(field, Optional.of(number.toPlainString())) : notANumber();
    }

    private static Answer text(PromptField field, Optional<Object> given) {
        if (given.isPresent() && !(given.get() instanceof String)) {
            return NO_TEXT;
        }
        String typed = given.map(String.class::cast).orElse("");
        String value = field.isSecret() ? typed : typed.strip();
        if (value.isEmpty()) {
            return field.required() ? REQUIRED : new Answer.Missing();
        }
        return length(field, value).orElseGet(() -> typed(field, value));
    }

    private static Optional<Answer> length(PromptField field, String value) {
        int length = value.codePointCount(0, value.length());
        int least = field.minLength().orElse(0);
        if (length > PromptField.MAX_LENGTH) {
            return Optional.of(Answer.refused("Use at most " + PromptField.MAX_LENGTH + " characters.", "max_length"));
        }
        if (length < least) {
            return Optional.of(Answer.refused("Use at least " + least + " characters.", "min_length"));
        }
        return value.indexOf('\0') >= 0
                ? Optional.of(Answer.refused("Null characters are not allowed.", "invalid"))
                : Optional.empty();
    }

    private static Answer typed(PromptField field, String value) {
        return switch (field.type()) {
            case EMAIL ->
                check(value.length() <= MAX_EMAIL && EMAIL.matcher(value).matches(), value, "an e-mail address");
            case NUMBER -> NUMBER.matcher(value).matches() ? new Answer.Taken(new BigDecimal(value)) : notANumber();
            case RADIO_BUTTON_GROUP, DROPDOWN ->
                field.choices().contains(value)
                        ? new Answer.Taken(value)
                        : Answer.refused("This is not one of the choices.", "invalid_choice");
            case DATE -> check(isDate(value), value, "a date such as 2026-11-30");
            case DATE_TIME -> check(isDateTime(value), value, "a date and time such as 2026-11-30T18:00");
            case AK_LOCALE -> check(LOCALE.matcher(value).matches(), value, "a language such as en or de-CH");
            case FILE -> check(value.startsWith("data:"), value, "a file");
            default -> new Answer.Taken(value);
        };
    }

    private static Answer notANumber() {
        return Answer.refused("Enter a number.", "invalid");
    }

    private static Answer check(boolean good, String value, String wanted) {
        return good ? new Answer.Taken(value) : Answer.refused("Enter " + wanted + ".", "invalid");
    }

    private static boolean isDate(String value) {
        try {
            return LocalDate.parse(value).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isDateTime(String value) {
        try {
            return DateTimeFormatter.ISO_DATE_TIME.parse(value) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
