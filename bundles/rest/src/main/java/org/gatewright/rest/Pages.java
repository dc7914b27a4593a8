package org.gatewright.rest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.UriInfo;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.rest.json.NullCharacters;
import org.gatewright.spi.data.JsonObject;

/** Pages in authentik's shape. */
final class Pages {

    private static final int USUAL_SIZE = 20;
    private static final int GREATEST_SIZE = 100;
    private static final Set<String> OWN = Set.of("page", "page_size", "ordering", "search");

    private Pages() {}

    static PageRequest request(UriInfo uri) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        NullCharacters.refuse(JsonObject.of(query));
        Map<String, String> filters = new HashMap<>();
        query.forEach((name, values) -> {
            if (!OWN.contains(name) && !values.isEmpty() && !values.get(0).isEmpty()) {
                filters.put(name, values.get(0));
            }
        });
        return new PageRequest(
                number(query, "page", 1, Integer.MAX_VALUE),
                number(query, "page_size", USUAL_SIZE, GREATEST_SIZE),
                list(query.getFirst("ordering")),
                Optional.ofNullable(query.getFirst("search")).orElse(""),
                filters);
    }

    private static int number(MultivaluedMap<String, String> query, String name, int usual, int greatest) {
        String text = query.getFirst(name);
        if (text == null || text.isEmpty()) {
            return usual;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1) {
                return Math.min(number, greatest);
            }
        } catch (NumberFormatException e) {
            throw new InvalidFieldsException(name, "A whole number from 1 is expected.");
        }
        throw new InvalidFieldsException(name, "A whole number from 1 is expected.");
    }

    private static List<String> list(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isEmpty() ? List.of() : Arrays.asList(text.split(","));
    }
}
