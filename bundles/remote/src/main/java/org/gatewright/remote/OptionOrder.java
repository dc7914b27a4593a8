package org.gatewright.remote;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.console.Command;

/**
 * Moves the options of a command before its arguments. Karaf takes everything after the first argument for an argument, so that {@code user-create bob --json}
 * would have two user names.
 */
final class OptionOrder {

    /** Names and aliases of options, and whether a value follows. */
    private final Map<String, Boolean> options = new HashMap<>();

    private OptionOrder(Class<?> action) {
        for (Class<?> type = action; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                add(field);
            }
        }
    }

    private void add(Field field) {
        Option option = field.getAnnotation(Option.class);
        if (option != null) {
            boolean takesValue = field.getType() != boolean.class && field.getType() != Boolean.class;
            options.put(option.name(), takesValue);
            for (String alias : option.aliases()) {
                options.put(alias, takesValue);
            }
        }
    }

    /** Returns the words after the command, its options first. */
    static List<String> arrange(Command command, List<String> words) {
        return action(command).map(type -> new OptionOrder(type).arrange(words)).orElse(words);
    }

    /** Reads the order off an action's class. */
    static List<String> arrange(Class<?> action, List<String> words) {
        return new OptionOrder(action).arrange(words);
    }

    private List<String> arrange(List<String> words) {
        List<String> first = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean isOption = isOption(word);
            (isOption ? first : rest).add(word);
            if (isOption && options.getOrDefault(word, false) && i + 1 < words.size()) {
                first.add(words.get(++i));
            }
        }
        first.addAll(rest);
        return first;
    }

    private boolean isOption(String word) {
        int equals = word.indexOf('=');
        return options.containsKey(equals < 0 ? word : word.substring(0, equals));
    }

    /** Karaf's command tells its class, but does not export its own: a command of another make keeps the order that was typed. */
    private static Optional<Class<?>> action(Command command) {
        try {
            return Optional.of(command.getClass().getMethod("getActionClass").invoke(command))
                    .filter(Class.class::isInstance)
                    .map(type -> (Class<?>) type);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return Optional.empty();
        }
    }
}
