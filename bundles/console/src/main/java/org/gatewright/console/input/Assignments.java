package org.gatewright.console.input;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatewright.json.JsonSyntaxException;
import org.gatewright.json.JsonText;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.spi.data.JsonObject;

/**
 * Reads {@code key=value} words into fields, by the JSON Schema of the type. A list is given as JSON, or as values with commas between; where the elements are
 * objects with one required member, a value stands for that member: {@code redirect_uris=https://a.example/cb}.
 */
public final class Assignments {

    private Assignments() {}

    /**
     * Reads the words.
     *
     * @throws InvalidFieldsException naming the word that is wrong
     */
    public static JsonObject read(List<String> words, JsonObject schema) {
        JsonObject fields = JsonObject.empty();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new InvalidFieldsException(word, "Settings are given as key=value.");
            }
            String key = word.substring(0, equals);
            JsonObject property = property(schema, key)
                    .orElseThrow(() -> new InvalidFieldsException(key, "There is no such setting. " + known(schema)));
            fields = fields.with(key, value(key, word.substring(equals + 1), property));
        }
        return fields;
    }

    private static Optional<JsonObject> property(JsonObject schema, String key) {
        return schema.object("properties").flatMap(properties -> properties.object(key));
    }

    private static String known(JsonObject schema) {
        return "Known are: "
                + String.join(
                        ", ",
                        schema.object("properties")
                                .orElse(JsonObject.empty())
                                .members()
                                .keySet()) + ".";
    }

    private static Object value(String key, String text, JsonObject property) {
        return switch (property.text("type").orElse("string")) {
            case "integer", "number", "boolean", "object" -> json(key, text);
            case "array" -> text.startsWith("[") ? json(key, text) : elements(key, text, property);
            default -> text;
        };
    }

    private static List<Object> elements(String key, String text, JsonObject property) {
        JsonObject items = property.object("items").orElse(JsonObject.empty());
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(","))
                        .map(element -> element(key, element, items))
                        .toList();
    }

    private static Object element(String key, String text, JsonObject items) {
        return onlyRequired(items)
                .<Object>map(member -> JsonObject.of(member, text))
                .orElseGet(() -> value(key, text, items));
    }

    private static Optional<String> onlyRequired(JsonObject items) {
        List<String> required = items.texts("required");
        return required.size() == 1 ? Optional.of(required.get(0)) : Optional.empty();
    }

    private static Object json(String key, String text) {
        return parsed(text)
                .filter(object -> object.members().size() == 1)
                .flatMap(object -> object.get("value"))
                .orElseThrow(() -> new InvalidFieldsException(key, "“" + text + "” is not a value of this setting."));
    }

    private static Optional<JsonObject> parsed(String text) {
        try {
            return Optional.of(JsonText.read("{\"value\":" + text + "}"));
        } catch (JsonSyntaxException e) {
            return Optional.empty();
        }
    }
}
