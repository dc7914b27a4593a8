package org.gatewright.kernel.configuration.binding;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatewright.port.error.CommonError;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.GatewrightException;

/** What a record and its annotations say of its JSON. Kept with the class, so that it goes with the class's bundle. */
final class RecordShape {

    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type.asSubclass(Record.class), List.of());
        }
    };

    private final Constructor<? extends Record> constructor;
    private final List<Setting> settings;
    private final Set<String> names;

    private RecordShape(Class<? extends Record> type, List<Class<?>> within) {
        List<Class<?>> inside = new ArrayList<>(within);
        inside.add(type);
        RecordComponent[] components = type.getRecordComponents();
        Texts texts = new Texts(type);
        settings = Arrays.stream(components)
                .map(component -> Setting.of(component, texts, inside))
                .toList();
        names = settings.stream().map(Setting::name).collect(Collectors.toUnmodifiableSet());
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has its canonical constructor", e);
        }
        constructor.setAccessible(true);
    }

    /** Returns the shape of the record. */
    static RecordShape of(Class<? extends Record> type) {
        return SHAPES.get(type);
    }

    /** Returns the shape of a record within others. */
    static RecordShape of(Class<? extends Record> type, List<Class<?>> within) {
        if (within.contains(type)) {
            throw new IllegalArgumentException("the settings " + type.getName() + " hold themselves");
        }
        return new RecordShape(type, within);
    }

    List<Setting> settings() {
        return settings;
    }

    Set<String> names() {
        return names;
    }

    /** Makes the record of stored members; empty after a problem was noted. Members that it does not know are left alone. */
    Optional<Record> bind(JsonObject stored, Check check) {
        Object[] arguments = new Object[settings.size()];
        boolean complete = true;
        for (int i = 0; i < arguments.length; i++) {
            Setting setting = settings.get(i);
            Optional<Object> value = value(setting, stored, check.at(setting.name()));
            arguments[i] = setting.optional() ? value : value.orElse("");
            complete &= value.isPresent() || (setting.optional() && !stored.has(setting.name()));
        }
        return complete ? construct(arguments, check) : Optional.empty();
    }

    private static Optional<Object> value(Setting setting, JsonObject stored, Check here) {
        Optional<Object> value = stored.get(setting.name());
        if (value.isPresent()) {
            return setting.type().bind(value.get(), here);
        }
        if (setting.fallback().isPresent()) {
            Optional<Object> fallback = setting.type().store(setting.fallback().get(), Optional.empty(), here);
            return fallback.flatMap(json -> setting.type().bind(json, here));
        }
        if (!setting.optional()) {
            here.problem("This field is required.");
        }
        return Optional.empty();
    }

    private Optional<Record> construct(Object[] arguments, Check check) {
        try {
            return Optional.of(constructor.newInstance(arguments));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                check.problem(sentence(String.valueOf(refusal.getMessage())));
                return Optional.empty();
            }
            throw failed(e);
        } catch (InstantiationException | IllegalAccessException e) {
            throw failed(e);
        }
    }

    private GatewrightException failed(Exception cause) {
        String name = constructor.getDeclaringClass().getName();
        return new GatewrightException(
                CommonError.PLUGIN_FAILED, "The settings " + name + " could not be made.", cause);
    }

    private static String sentence(String message) {
        String text = message.isEmpty() ? "This does not fit" : message;
        String begun = Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }
}
