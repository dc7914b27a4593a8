package org.gatewright.console.users;

import java.lang.reflect.Field;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** Fills a command as the shell does: arguments by place, options by name, references by type. */
public final class CommandLines {

    private CommandLines() {}

    /** Fills it with the words of a line: first the arguments, then the options. */
    public static Action command(Action command, String[] options, Object... services) throws IllegalAccessException {
        for (Field field : command.getClass().getDeclaredFields()) {
            field.setAccessible(true);
            if (field.isAnnotationPresent(Reference.class)) {
                field.set(command, service(field.getType(), services));
            }
            Argument argument = field.getAnnotation(Argument.class);
            boolean isGiven = argument != null
                    && argument.index() < options.length
                    && !options[argument.index()].startsWith("--");
            if (argument != null && (argument.required() || isGiven)) {
                field.set(command, options[argument.index()]);
            }
            Option option = field.getAnnotation(Option.class);
            for (int i = 0; option != null && i < options.length; i++) {
                if (options[i].equals(option.name())) {
                    field.set(command, field.getType() == boolean.class ? true : options[i + 1]);
                }
            }
        }
        return command;
    }

    private static Object service(Class<?> type, Object... services) {
        for (Object service : services) {
            if (type.isInstance(service)) {
                return service;
            }
        }
        throw new AssertionError("no " + type.getName());
    }
}
