package org.gatewright.kernel.configuration.binding;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.json.JsonSyntaxException;
import org.gatewright.json.JsonText;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretHash;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.settings.Format;
import org.gatewright.spi.settings.Length;
import org.gatewright.spi.settings.Pattern;
import org.gatewright.spi.settings.Range;
import org.gatewright.spi.settings.RefersTo;

/** Finds the {@link ValueType} of a component from its Java type and annotations. On a list, {@code @Length} bounds the list and the others its elements. */
final class ValueTypes {

    private static final int LONGEST_TEXT = 65_536;
    private static final int LONGEST_LIST = 1_000;

    /** Types whose default is written as it stands, not as JSON. */
    private static final Set<Class<?>> TEXTS =
            Set.of(String.class, Duration.class, URI.class, UUID.class, SecretText.class, SecretHash.class);

    private final RecordComponent component;
    private final List<Class<?>> within;

    /** @param within records around the component, which cannot be nested in it again */
    ValueTypes(RecordComponent component, List<Class<?>> within) {
        this.component = component;
        this.within = within;
    }

    ValueType type() {
        Type type = unwrapped();
        if (!(type instanceof ParameterizedType list)) {
            return single((Class<?>) type, length());
        }
        Optional<Length> length = length();
        return new ListType(
                single(argument(list), Optional.empty()),
                length.map(Length::min).orElse(0),
                length.map(Length::max).orElse(LONGEST_LIST));
    }

    /** Reads the text of {@code @Default}. */
    Object defaultJson(String text) {
        Type type = unwrapped();
        if (type instanceof Class<?> single && (single.isEnum() || TEXTS.contains(single))) {
            return text;
        }
        try {
            return JsonText.read("{\"value\":" + text + "}").get("value").orElseThrow();
        } catch (JsonSyntaxException e) {
            throw new IllegalArgumentException("the default of " + component + " is not JSON", e);
        }
    }

    private Type unwrapped() {
        Type type = component.getGenericType();
        return type instanceof ParameterizedType optional && optional.getRawType() == Optional.class
                ? optional.getActualTypeArguments()[0]
                : type;
    }

    private Class<?> argument(ParameterizedType list) {
        if (list.getRawType() == List.class && list.getActualTypeArguments()[0] instanceof Class<?> element) {
            return element;
        }
        throw unsupported();
    }

    private ValueType single(Class<?> type, Optional<Length> length) {
        int min = length.map(Length::min).orElse(0);
        int max = length.map(Length::max).orElse(LONGEST_TEXT);
        if (type == String.class) {
            return Scalars.string(
                    min,
                    max,
                    annotation(Pattern.class).map(Pattern::value),
                    annotation(Format.class).map(Format::value));
        }
        if (type == SecretText.class) {
            return new SecretType(min, max);
        }
        if (type == SecretHash.class) {
            return new HashType(min, max);
        }
        if (type.isRecord()) {
            return new RecordType(RecordShape.of(type.asSubclass(Record.class), within));
        }
        return number(type).orElseGet(() -> other(type));
    }

    private Optional<ValueType> number(Class<?> type) {
        Optional<Range> range = annotation(Range.class);
        long min = range.map(Range::min).orElse(Long.MIN_VALUE);
        long max = range.map(Range::max).orElse(Long.MAX_VALUE);
        if (type == int.class || type == Integer.class) {
            return Optional.of(Scalars.whole(
                    Math.max(min, Integer.MIN_VALUE), Math.min(max, Integer.MAX_VALUE), refersTo(), Long::intValue));
        }
        if (type == long.class || type == Long.class) {
            return Optional.of(Scalars.whole(min, max, refersTo(), number -> number));
        }
        return type == double.class || type == Double.class ? Optional.of(Scalars.decimal(min, max)) : Optional.empty();
    }

    private ValueType other(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return Scalars.flag();
        }
        if (type.isEnum()) {
            return Scalars.choice(type);
        }
        if (type == Duration.class) {
            return Scalars.timespan();
        }
        if (type == URI.class) {
            return Scalars.uri();
        }
        if (type == UUID.class) {
            return Scalars.uuid(refersTo());
        }
        if (type == JsonObject.class) {
            return Scalars.json();
        }
        throw unsupported();
    }

    private Optional<Length> length() {
        return annotation(Length.class);
    }

    private Optional<RefersTo> refersTo() {
        return annotation(RefersTo.class);
    }

    private <A extends java.lang.annotation.Annotation> Optional<A> annotation(Class<A> type) {
        return Optional.ofNullable(((AnnotatedElement) component).getAnnotation(type));
    }

    private IllegalArgumentException unsupported() {
        return new IllegalArgumentException(
                "the settings " + component.getDeclaringRecord().getName()
                        + " have a component of a type that settings cannot have: " + component);
    }
}
