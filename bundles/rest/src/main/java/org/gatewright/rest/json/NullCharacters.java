package org.gatewright.rest.json;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.spi.data.JsonObject;

/** Refuses the null character. PostgreSQL has it in no text, and what one database takes the other must take too. */
public final class NullCharacters {

    private static final char NULL = '\0';
    private static final List<String> SENTENCE = List.of("This must not contain a null character.");

    private NullCharacters() {}

    /**
     * Returns what is given.
     *
     * @throws InvalidFieldsException naming each member with a null character anywhere in it
     */
    public static JsonObject refuse(JsonObject given) {
        Map<String, List<String>> found = new TreeMap<>();
        given.members().forEach((name, value) -> {
            if (isIn(name) || isIn(value)) {
                found.put(name.replace(NULL, '?'), SENTENCE);
            }
        });
        if (!found.isEmpty()) {
            throw new InvalidFieldsException(found);
        }
        return given;
    }

    private static boolean isIn(Object value) {
        if (value instanceof String text) {
            return text.indexOf(NULL) >= 0;
        }
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(NullCharacters::isIn);
        }
        return value instanceof JsonObject object
                && object.members().entrySet().stream()
                        .anyMatch(member -> isIn(member.getKey()) || isIn(member.getValue()));
    }
}
