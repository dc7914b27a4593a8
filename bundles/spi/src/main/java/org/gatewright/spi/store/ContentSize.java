package org.gatewright.spi.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.gatewright.spi.data.JsonObject;

/** Measures a content as JSON text without spaces, in bytes of UTF-8, and refuses what could not be read again. */
final class ContentSize {

    private static final int MOST = 65_536;
    private static final int DEEPEST = 16;
    private static final int NUMBER = 100;

    private long bytes;

    private ContentSize() {}

    static void check(JsonObject content) {
        new ContentSize().object(content, 1);
    }

    private void object(JsonObject object, int depth) {
        deep(depth);
        add(2 + Math.max(0, object.members().size() - 1L));
        for (Map.Entry<String, Object> member : object.members().entrySet()) {
            text(member.getKey());
            add(1);
            value(member.getValue(), depth);
        }
    }

    private void list(List<?> list, int depth) {
        deep(depth);
        add(2 + Math.max(0, list.size() - 1L));
        list.forEach(element -> value(element, depth));
    }

    private void value(Object value, int depth) {
        if (value instanceof JsonObject object) {
            object(object, depth + 1);
        } else if (value instanceof List<?> list) {
            list(list, depth + 1);
        } else if (value instanceof String text) {
            text(text);
        } else {
            number(value.toString());
        }
    }

    private void text(String text) {
        if (text.length() > MOST) {
            throw tooLarge();
        }
        if (!Limits.isWhole(text)) {
            throw Limits.refused("The document must not have halves of characters.");
        }
        add(2L + text.getBytes(StandardCharsets.UTF_8).length);
        add(text.chars().mapToLong(ContentSize::escape).sum());
    }

    /** What a character takes more when it is escaped. */
    private static long escape(int character) {
        if (character == '"' || character == '\\') {
            return 1;
        }
        if (character >= ' ') {
            return 0;
        }
        return "\b\t\n\f\r".indexOf(character) >= 0 ? 1 : 5;
    }

    private void number(String text) {
        if (text.length() > NUMBER) {
            throw Limits.refused("A number of the document is longer than " + NUMBER + " digits.");
        }
        add(text.length());
    }

    private void deep(int depth) {
        if (depth > DEEPEST) {
            throw Limits.refused("The document is nested deeper than " + DEEPEST + " levels.");
        }
    }

    private void add(long more) {
        bytes += more;
        if (bytes > MOST) {
            throw tooLarge();
        }
    }

    private static RuntimeException tooLarge() {
        return Limits.refused("The document is larger than " + MOST + " bytes.");
    }
}
