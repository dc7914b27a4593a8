package org.gatewright.kernel.configuration.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.gatewright.spi.data.JsonObject;

/** A list of values of one type. */
record ListType(ValueType element, int min, int max) implements ValueType {

    @Override
    public Optional<Object> store(Object given, Optional<Object> previous, Check check) {
        List<?> before = previous.map(value -> value instanceof List<?> list ? list : List.of())
                .orElse(List.of());
        return each(given, check, (value, at) -> element.store(value, counterpart(value, before), at));
    }

    @Override
    public Optional<Object> bind(Object stored, Check check) {
        return each(stored, check, element::bind);
    }

    @Override
    public Optional<Object> show(Object stored) {
        return stored instanceof List<?> list
                ? Optional.of(list.stream()
                        .map(element::show)
                        .flatMap(Optional::stream)
                        .toList())
                : Optional.empty();
    }

    @Override
    public JsonObject schema() {
        return JsonObject.of("type", "array")
                .with("items", element.schema())
                .with("minItems", min)
                .with("maxItems", max);
    }

    @Override
    public void references(Object stored, String path, Consumer<Reference> found) {
        if (stored instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                element.references(list.get(i), path + "." + i, found);
            }
        }
    }

    /** The stored element that is shown as this one: secrets never move to an element that differs in anything else. */
    private Optional<Object> counterpart(Object given, List<?> before) {
        return before.stream()
                .filter(stored -> element.show(stored).equals(Optional.of(given)))
                .map(Object.class::cast)
                .findFirst();
    }

    private Optional<Object> each(Object value, Check check, BiFunction<Object, Check, Optional<Object>> work) {
        if (!(value instanceof List<?> list)) {
            check.problem("This must be a list.");
            return Optional.empty();
        }
        if (list.size() < min || list.size() > max) {
            check.problem("This list must have " + min + " to " + max + " elements.");
            return Optional.empty();
        }
        List<Object> results = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            work.apply(list.get(i), check.at(i)).ifPresent(results::add);
        }
        return results.size() == list.size() ? Optional.of(List.copyOf(results)) : Optional.empty();
    }
}
