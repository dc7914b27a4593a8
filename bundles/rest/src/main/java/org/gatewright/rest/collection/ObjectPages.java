package org.gatewright.rest.collection;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.spi.data.JsonObject;

/** Searches, filters, sorts and pages objects that are in memory, by what the API shows of them. */
final class ObjectPages {

    private ObjectPages() {}

    /** Pages objects; the fields that can be filtered are those that one of them has. */
    static Page<JsonObject> of(List<JsonObject> all, PageRequest page) {
        return of(all, page, Set.of());
    }

    /** Pages objects; the fields that can be filtered are those that one of them has, and these. Other filters do not count. */
    static Page<JsonObject> of(List<JsonObject> all, PageRequest page, Set<String> fields) {
        Map<String, String> filters = new HashMap<>(page.filters());
        filters.keySet().removeIf(name -> !fields.contains(name) && all.stream().noneMatch(object -> object.has(name)));
        List<JsonObject> found = all.stream()
                .filter(object -> matches(object, filters))
                .filter(object -> contains(object, page.search()))
                .sorted(order(page.ordering()))
                .toList();
        return new Page<>(
                found.stream()
                        .skip((page.page() - 1L) * page.size())
                        .limit(page.size())
                        .toList(),
                found.size());
    }

    private static boolean matches(JsonObject object, Map<String, String> filters) {
        return filters.entrySet().stream().allMatch(filter -> object.get(filter.getKey())
                .map(value -> String.valueOf(value).equals(filter.getValue()))
                .orElse(false));
    }

    private static boolean contains(JsonObject object, String search) {
        String words = search.toLowerCase(Locale.ROOT);
        return words.isEmpty()
                || object.members().values().stream()
                        .filter(String.class::isInstance)
                        .anyMatch(value ->
                                String.valueOf(value).toLowerCase(Locale.ROOT).contains(words));
    }

    private static Comparator<JsonObject> order(List<String> fields) {
        Comparator<JsonObject> order = (a, b) -> 0;
        for (String field : fields) {
            boolean descending = field.startsWith("-");
            String name = descending ? field.substring(1) : field;
            Comparator<JsonObject> next = (a, b) -> compare(a, b, name);
            order = order.thenComparing(descending ? next.reversed() : next);
        }
        return order;
    }

    private static int compare(JsonObject a, JsonObject b, String field) {
        Object left = a.get(field).orElse("");
        Object right = b.get(field).orElse("");
        if (left instanceof Number && right instanceof Number) {
            return new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString()));
        }
        return left.toString().compareToIgnoreCase(right.toString());
    }
}
