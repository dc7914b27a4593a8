package org.gatewright.store.jpa.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatewright.spi.directory.Criterion;

/**
 * Writes a criterion as a JPQL condition. Whatever somebody searches for becomes a parameter.
 *
 * @param <P> the properties
 */
final class Conditions<P extends Enum<P>> {

    private static final String NEVER = "1 = 0";
    private static final String ALWAYS = "1 = 1";

    /**
     * How one property is looked for.
     *
     * @param condition with {@code %s} for the comparison, such as {@code r.usernameLower %s}
     * @param read makes the parameter of the text; empty if no object has such a value
     * @param text whether it can begin with something
     */
    record Lookup(String condition, Function<String, Optional<Object>> read, boolean text) {

        /** A text in lower case. */
        static Lookup text(String condition) {
            return new Lookup(condition, value -> Optional.of(UserRow.lower(value)), true);
        }
    }

    private final Map<P, Lookup> lookups;
    private final List<Object> parameters = new ArrayList<>();

    Conditions(Map<P, Lookup> lookups) {
        this.lookups = lookups;
    }

    /** Returns the parameters of all conditions that were written. */
    List<Object> parameters() {
        return parameters;
    }

    /** Adds a parameter of the caller and returns its place. */
    String parameter(Object value) {
        parameters.add(value);
        return "?" + parameters.size();
    }

    String write(Criterion<P> criterion) {
        if (criterion instanceof Criterion.All<P> all) {
            return joined(all.parts(), " AND ", ALWAYS);
        }
        if (criterion instanceof Criterion.Any<P> any) {
            return joined(any.parts(), " OR ", NEVER);
        }
        if (criterion instanceof Criterion.Not<P> not) {
            return "NOT " + write(not.part());
        }
        if (criterion instanceof Criterion.Is<P> is) {
            Lookup lookup = lookup(is.property());
            return lookup.read()
                    .apply(is.value())
                    .map(value -> compared(lookup, "= " + parameter(value)))
                    .orElse("(" + NEVER + ")");
        }
        Criterion.StartsWith<P> starts = (Criterion.StartsWith<P>) criterion;
        Lookup lookup = lookup(starts.property());
        return lookup.text()
                ? compared(lookup, "LIKE " + parameter(prefix(starts.prefix())) + " ESCAPE '!'")
                : "(" + NEVER + ")";
    }

    private String joined(List<Criterion<P>> parts, String word, String none) {
        return parts.isEmpty()
                ? "(" + none + ")"
                : parts.stream().map(this::write).collect(Collectors.joining(word, "(", ")"));
    }

    private static String compared(Lookup lookup, String comparison) {
        return "(" + lookup.condition().formatted(comparison) + ")";
    }

    private Lookup lookup(P property) {
        return Optional.ofNullable(lookups.get(property))
                .orElseThrow(() -> new IllegalArgumentException("nobody looks for " + property));
    }

    private static String prefix(String text) {
        return UserRow.lower(text).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
