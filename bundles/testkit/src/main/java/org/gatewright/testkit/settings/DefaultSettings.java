package org.gatewright.testkit.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatewright.spi.settings.Default;

/**
 * Makes settings records as the kernel would from an empty document: every component has its {@link Default}. Knows the types that defaults are given for.
 *
 * @since 1.0
 */
public final class DefaultSettings {

    private DefaultSettings() {}

    /** Returns the record with all its defaults. */
    public static <S extends Record> S of(Class<S> type) {
        return of(type, Map.of());
    }

    /**
     * Returns the record with some components given, by their Java names.
     *
     * @throws IllegalArgumentException if a component is required and not given, or there is none of a given name
     */
    public static <S extends Record> S of(Class<S> type, Map<String, ?> given) {
        RecordComponent[] components = type.getRecordComponents();
        given.keySet().stream()
                .filter(name ->
                        Arrays.stream(components).noneMatch(c -> c.getName().equals(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(type.getSimpleName() + " has no setting " + name);
                });
        Object[] values = Arrays.stream(components)
                .map(component -> given.containsKey(component.getName())
                        ? (Object) given.get(component.getName())
                        : valueOf(component))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot make " + type.getName(), e);
        }
    }

    private static Object valueOf(RecordComponent component) {
        Default text = component.getAnnotation(Default.class);
        Class<?> type = component.getType();
        if (text != null) {
            return parse(component.getGenericType(), text.value());
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == List.class) {
            return List.of();
        }
        throw new IllegalArgumentException("the setting " + component.getName() + " is required");
    }

    private static Object parse(Type type, String text) {
        if (type instanceof ParameterizedType generic) {
            Type element = generic.getActualTypeArguments()[0];
            return generic.getRawType() == Optional.class ? Optional.of(parse(element, text)) : list(element, text);
        }
        if (type == int.class || type == Integer.class) {
            return Integer.parseInt(text);
        }
        if (type == long.class || type == Long.class) {
            return Long.parseLong(text);
        }
        if (type == boolean.class || type == Boolean.class) {
            return Boolean.parseBoolean(text);
        }
        if (type == Duration.class) {
            return duration(text);
        }
        if (type instanceof Class<?> constants && constants.isEnum()) {
            return constant(constants, text);
        }
        if (type == String.class) {
            return text;
        }
        throw new IllegalArgumentException("defaults of " + type + " are not known here");
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant ->
                        ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type.getSimpleName() + " has no " + text));
    }

    private static List<Object> list(Type element, String json) {
        return Stream.of(json.replaceAll("[\\[\\]\"\\s]", "").split(",", -1))
                .filter(text -> !text.isEmpty())
                .map(text -> parse(element, text))
                .toList();
    }

    private static Duration duration(String text) {
        if (text.startsWith("P")) {
            return Duration.parse(text);
        }
        return Stream.of(text.split(";", -1)).map(DefaultSettings::part).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration part(String text) {
        String[] pair = text.split("=", 2);
        long amount = Long.parseLong(pair[1]);
        return switch (pair[0]) {
            case "seconds" -> Duration.ofSeconds(amount);
            case "minutes" -> Duration.ofMinutes(amount);
            case "hours" -> Duration.ofHours(amount);
            case "days" -> Duration.ofDays(amount);
            case "weeks" -> Duration.ofDays(7 * amount);
            default -> throw new IllegalArgumentException("no unit of time: " + pair[0]);
        };
    }
}
