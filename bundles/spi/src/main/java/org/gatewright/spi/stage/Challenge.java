package org.gatewright.spi.stage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.spi.data.JsonObject;

/**
 * A page as data. The engine adds {@code flow_info}, {@code pending_user}, {@code component} and {@code element}.
 *
 * @param component the name of what shows it, such as {@code ak-stage-password}; a page that does not know it renders the fields
 * @param data what it shows, as members beside the component
 * @param fields what it asks for, in order; rendered by pages that do not know the component
 * @param errors why answers were refused, by field; {@code non_field_errors} for the whole
 * @param element what shows it instead, if the plug-in brings a page of its own
 * @since 1.0
 */
public record Challenge(
        String component,
        JsonObject data,
        List<Field> fields,
        Map<String, List<FieldError>> errors,
        Optional<PageElement> element) {

    /** The component that renders any fields. */
    public static final String PROMPT = "ak-stage-prompt";

    /** Errors of no field. */
    public static final String NON_FIELD_ERRORS = "non_field_errors";

    /** Copies fields and errors. */
    public Challenge {
        fields = List.copyOf(fields);
        Map<String, List<FieldError>> copy = new LinkedHashMap<>();
        errors.forEach((name, list) -> copy.put(name, List.copyOf(list)));
        errors = Collections.unmodifiableMap(copy);
    }

    /** A challenge without an element of its own. */
    public Challenge(String component, JsonObject data, List<Field> fields, Map<String, List<FieldError>> errors) {
        this(component, data, fields, errors, Optional.empty());
    }

    /** A challenge without errors. */
    public Challenge(String component, JsonObject data, List<Field> fields) {
        this(component, data, fields, Map.of());
    }

    /** Returns this challenge with one more error. */
    public Challenge withError(String field, FieldError error) {
        Map<String, List<FieldError>> copy = new LinkedHashMap<>(errors);
        copy.merge(field, List.of(error), (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream())
                .toList());
        return new Challenge(component, data, fields, copy, element);
    }

    /**
     * Returns this challenge shown by the element. Its fields are what the answers are, and what is rendered where the element cannot be shown.
     *
     * @since 1.2
     */
    public Challenge withElement(PageElement shown) {
        return new Challenge(component, data, fields, errors, Optional.of(shown));
    }
}
