package org.gatewright.kernel.configuration.blueprint;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gatewright.port.error.InvalidFieldsException;
import org.jspecify.annotations.Nullable;

/**
 * One entry as it is written.
 *
 * @param place such as {@code entries.3}
 * @param model as written
 * @param id names the object for {@code !KeyOf}; empty if nothing refers to it
 */
public record BlueprintEntry(
        String place,
        String model,
        Target target,
        String id,
        State state,
        Map<?, ?> identifiers,
        Map<?, ?> attrs,
        List<?> conditions) {

    /** What is to be. */
    enum State {
        /** Created, or changed where it differs. */
        PRESENT,
        /** Created if there is none, else left alone. */
        CREATED,
        /** Created; there must be none. */
        MUST_CREATED,
        /** Deleted if there is one. */
        ABSENT
    }

    static BlueprintEntry of(String place, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> entry)) {
            throw new InvalidFieldsException(place, "An entry is a map with model, identifiers and attrs.");
        }
        String model = text(entry.get("model"));
        return new BlueprintEntry(
                place,
                model,
                Target.of(model)
                        .orElseThrow(() -> new InvalidFieldsException(
                                place + ".model", "There is no model “" + model + "” in this server.")),
                text(entry.get("id")),
                state(place, entry.get("state")),
                map(place + ".identifiers", entry.get("identifiers")),
                map(place + ".attrs", entry.get("attrs")),
                entry.get("conditions") instanceof List<?> conditions ? conditions : List.of());
    }

    private static State state(String place, @Nullable Object value) {
        if (value == null) {
            return State.PRESENT;
        }
        for (State state : State.values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(value)) {
                return state;
            }
        }
        throw new InvalidFieldsException(
                place + ".state", "A state is one of: present, created, must_created, absent.");
    }

    private static Map<?, ?> map(String place, @Nullable Object value) {
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new InvalidFieldsException(place, "This must be a map.");
    }

    private static String text(@Nullable Object value) {
        return Optional.ofNullable(value).map(Object::toString).orElse("");
    }
}
