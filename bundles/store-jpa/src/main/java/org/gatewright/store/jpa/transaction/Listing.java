package org.gatewright.store.jpa.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;

/**
 * Lists entities of one class as a {@link PageRequest} asks. Only the fields named here can be filtered and ordered by; others are ignored. In paths the entity is
 * {@code r}; words are looked for in {@code r.searchText}, which is in lower case.
 *
 * @param entity name of the entity
 * @param select what is selected of each, such as {@code r}
 * @param standard the order if none is asked for
 * @param ordering paths by JSON name
 * @param filters by JSON name
 */
public record Listing<T>(
        Class<T> type,
        String entity,
        String select,
        String standard,
        Map<String, String> ordering,
        Map<String, Filter> filters) {

    /** What one filter compares: a path with the value that the text stands for. */
    public record Filter(String path, Function<String, Object> parse) {
        /** A filter on a text. */
        public static Filter text(String path) {
            return new Filter(path, value -> value);
        }
    }

    private static final String SEARCH = "r.searchText LIKE ?%d ESCAPE '!'";

    /** Runs the queries. */
    public Page<T> page(Statements statements, PageRequest page) {
        List<Object> parameters = new ArrayList<>();
        String from = " FROM " + entity + " r" + where(page, parameters);
        long total = statements.count("SELECT COUNT(r)" + from, parameters);
        if (total == 0) {
            return new Page<>(List.of(), 0);
        }
        return new Page<>(statements.page(type, "SELECT " + select + from + order(page), parameters, page), total);
    }

    private String where(PageRequest page, List<Object> parameters) {
        List<String> conditions = new ArrayList<>();
        page.filters().forEach((name, value) -> {
            Filter filter = filters.get(name);
            if (filter != null) {
                conditions.add(condition(filter, value, parameters));
            }
        });
        for (String word : page.search().toLowerCase(Locale.ROOT).split("\\s+")) {
            if (!word.isEmpty()) {
                parameters.add("%" + escape(word) + "%");
                conditions.add(SEARCH.formatted(parameters.size()));
            }
        }
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private static String condition(Filter filter, String text, List<Object> parameters) {
        try {
            parameters.add(filter.parse().apply(text));
            return filter.path() + " = ?" + parameters.size();
        } catch (IllegalArgumentException e) {
            return "1 = 0"; // no row has a value of another type
        }
    }

    private String order(PageRequest page) {
        List<String> terms = page.ordering().stream()
                .map(this::term)
                .filter(term -> !term.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        if (terms.isEmpty()) {
            terms.add(standard);
        }
        terms.add("r.id");
        return " ORDER BY " + String.join(", ", terms);
    }

    private String term(String wanted) {
        boolean descending = wanted.startsWith("-");
        String path = ordering.get(descending ? wanted.substring(1) : wanted);
        return path == null ? "" : path + (descending ? " DESC" : "");
    }

    private static String escape(String word) {
        return word.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
