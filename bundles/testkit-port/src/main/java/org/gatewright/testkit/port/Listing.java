package org.gatewright.testkit.port;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;

/** Orders, filters and searches rows by the JSON names of their fields. */
final class Listing<T> {

    private final Map<String, Function<T, Object>> fields = new LinkedHashMap<>();
    private final List<Function<T, String>> searched = new ArrayList<>();

    Listing<T> field(String name, Function<T, Object> value) {
        fields.put(name, value);
        return this;
    }

    Listing<T> searched(Function<T, String> text) {
        searched.add(text);
        return this;
    }

    Page<T> page(List<T> rows, PageRequest request) {
        List<T> found = rows.stream()
                .filter(row -> passes(row, request.filters()))
                .filter(row -> contains(row, request.search()))
                .sorted(order(request.ordering()))
                .toList();
        long from = Math.min(found.size(), (request.page() - 1L) * request.size());
        long to = Math.min(found.size(), from + request.size());
        return new Page<>(found.subList((int) from, (int) to), found.size());
    }

    private boolean passes(T row, Map<String, String> filters) {
        return filters.entrySet().stream()
                .allMatch(filter -> !fields.containsKey(filter.getKey())
                        || String.valueOf(fields.get(filter.getKey()).apply(row))
                                .equals(filter.getValue()));
    }

    private boolean contains(T row, String search) {
        String words = search.toLowerCase(Locale.ROOT);
        return words.isEmpty()
                || searched.stream()
                        .anyMatch(
                                text -> text.apply(row).toLowerCase(Locale.ROOT).contains(words));
    }

    private Comparator<T> order(List<String> ordering) {
        Comparator<T> all = (one, other) -> 0;
        for (String term : ordering) {
            String name = term.startsWith("-") ? term.substring(1) : term;
            Function<T, Object> value = fields.get(name);
            if (value != null) {
                Comparator<T> by = (one, other) -> compare(value.apply(one), value.apply(other));
                all = all.thenComparing(term.startsWith("-") ? by.reversed() : by);
            }
        }
        return all;
    }

    @SuppressWarnings("unchecked") // both are values of the same field
    private static int compare(Object one, Object other) {
        if (one instanceof Comparable<?> && one.getClass() == other.getClass()) {
            return ((Comparable<Object>) one).compareTo(other);
        }
        return String.valueOf(one).compareTo(String.valueOf(other));
    }
}
