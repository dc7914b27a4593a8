package org.gatewright.kernel.configuration.binding;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Generated;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.Title;
import org.gatewright.spi.settings.Unique;

/**
 * One component of a settings record.
 *
 * @param name in JSON
 * @param optional whether the Java value is an {@code Optional}
 * @param fallback JSON of what counts when nothing is given; empty if a value is required, made, or may be absent
 * @param generated number of characters to make when nothing is given; 0 for none
 */
record Setting(
        String name,
        ValueType type,
        boolean optional,
        Optional<Object> fallback,
        int generated,
        boolean unique,
        JsonObject labels) {

    static Setting of(RecordComponent component, Texts texts, List<Class<?>> within) {
        ValueTypes types = new ValueTypes(component, within);
        Optional<Object> fallback = Optional.ofNullable(component.getAnnotation(Default.class))
                .map(given -> types.defaultJson(given.value()))
                .or(() -> implicit(component.getType()));
        return new Setting(
                Names.member(component.getName()),
                types.type(),
                component.getType() == Optional.class,
                fallback,
                Optional.ofNullable(component.getAnnotation(Generated.class))
                        .map(Generated::length)
                        .orElse(0),
                component.isAnnotationPresent(Unique.class),
                labels(component, texts));
    }

    /** Tells whether a value must be given. */
    boolean isRequired() {
        return !optional && fallback.isEmpty() && generated == 0;
    }

    /** Returns the JSON Schema of its value. */
    JsonObject schema() {
        JsonObject schema = labels.merge(type.schema());
        schema = type.isSecret() ? schema : schema.with("default", fallback);
        schema = generated > 0 ? schema.with("x-generated", generated) : schema;
        return unique ? schema.with("x-unique", true) : schema;
    }

    private static Optional<Object> implicit(Class<?> type) {
        if (type == List.class) {
            return Optional.of(List.of());
        }
        return type == boolean.class ? Optional.of(Boolean.FALSE) : Optional.empty();
    }

    private static JsonObject labels(RecordComponent component, Texts texts) {
        return JsonObject.empty()
                .with(
                        "title",
                        Optional.ofNullable(component.getAnnotation(Title.class))
                                .map(Title::value)
                                .map(texts::of))
                .with(
                        "description",
                        Optional.ofNullable(component.getAnnotation(Help.class))
                                .map(Help::value)
                                .map(texts::of));
    }
}
