package org.gatewright.stages.prompt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.stage.FieldError;

/**
 * The answers to all fields of a prompt, taken apart.
 *
 * @param open answers that may be seen
 * @param secret answers that may not
 * @param errors why answers were refused, by field
 */
record Form(JsonObject open, JsonObject secret, Map<String, FieldError> errors) {

    private static final String REPEAT = "_repeat";

    static Form of(List<PromptField> fields, JsonObject answers) {
        JsonObject open = JsonObject.empty();
        JsonObject secret = JsonObject.empty();
        Map<String, FieldError> errors = new LinkedHashMap<>();
        for (PromptField field : fields) {
            Optional<Object> value = value(field, answers, errors);
            if (field.isSecret()) {
                secret = secret.with(field.fieldKey(), value);
            } else {
                open = open.with(field.fieldKey(), value);
            }
        }
        return new Form(open, withoutRepeats(secret, fields, errors), errors);
    }

    private static Optional<Object> value(PromptField field, JsonObject answers, Map<String, FieldError> errors) {
        if (field.isFixed()) {
            return Optional.of(field.initialValue())
                    .filter(fixed -> !fixed.isEmpty())
                    .map(Object.class::cast);
        }
        Answer answer = field.isAsked() ? AnswerReader.read(field, answers) : new Answer.Missing();
        if (answer instanceof Answer.Refused refused) {
            errors.put(field.fieldKey(), refused.error());
        }
        return answer instanceof Answer.Taken taken ? Optional.of(taken.value()) : Optional.empty();
    }

    /** Compares each secret with its repetition, if there is a field for one, and drops the repetition. */
    private static JsonObject withoutRepeats(
            JsonObject secret, List<PromptField> fields, Map<String, FieldError> errors) {
        JsonObject kept = secret;
        for (String repeat : repeats(fields)) {
            String key = repeat.substring(0, repeat.length() - REPEAT.length());
            boolean same = secret.text(key)
                    .map(SecretText::of)
                    .equals(secret.text(repeat).map(SecretText::of));
            if (!same && !errors.containsKey(key)) {
                errors.putIfAbsent(repeat, new FieldError("Passwords don't match.", "invalid"));
            }
            kept = kept.without(repeat);
        }
        return kept;
    }

    private static List<String> repeats(List<PromptField> fields) {
        List<String> secrets = fields.stream()
                .filter(PromptField::isSecret)
                .map(PromptField::fieldKey)
                .toList();
        return secrets.stream()
                .filter(key -> key.endsWith(REPEAT))
                .filter(key -> secrets.contains(key.substring(0, key.length() - REPEAT.length())))
                .toList();
    }
}
