package org.gatewright.spi.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gatewright.spi.data.JsonObject;

/**
 * Documents of one sort, such as {@code devices}: a constant of the plug-in.
 *
 * <p>An index is the name of a text among the members of a document, by whose value documents are found. A document without this member is not found by it. What
 * counts are the indexes that were declared when a document was written: one that is declared later finds a document only once it has been written again.
 *
 * @param name 1 to 64 of {@code a} to {@code z}, digits and underscores
 * @param indexes names of the same letters, eight at most
 * @since 1.0
 */
public record DocumentCollection(String name, List<String> indexes) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,64}");
    private static final int MOST = 8;

    /**
     * Checks the names.
     *
     * @throws IllegalArgumentException if one is no name, comes twice, or is one too many
     */
    public DocumentCollection {
        indexes = List.copyOf(indexes);
        require(NAME.matcher(name).matches(), "“" + name + "” is no name of a collection: it takes " + NAME);
        require(indexes.stream().allMatch(NAME.asMatchPredicate()), "an index takes " + NAME + ": " + indexes);
        require(indexes.size() <= MOST, "a collection has " + MOST + " indexes at most");
        require(indexes.stream().distinct().count() == indexes.size(), "an index comes twice: " + indexes);
    }

    /** Declares a collection. */
    public static DocumentCollection named(String name, String... indexes) {
        return new DocumentCollection(name, List.of(indexes));
    }

    /**
     * Returns the indexed members of a content.
     *
     * @throws org.gatewright.spi.error.GatewrightException with {@link DocumentError#REFUSED} if one of them is no text of 1 to 255 characters
     */
    public Map<String, String> indexed(JsonObject content) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String index : indexes) {
            if (content.has(index)) {
                String value = content.text(index)
                        .orElseThrow(() -> Limits.refused("The indexed member “" + index + "” must be a text."));
                values.put(index, Limits.checked("indexed member “" + index + "”", value));
            }
        }
        return values;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
