package org.gatewright.testkit.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gatewright.spi.mapping.Bindings;
import org.gatewright.spi.mapping.FunctionType;
import org.gatewright.spi.mapping.ValueType;
import org.gatewright.spi.mapping.ValueType.ListOf;
import org.gatewright.spi.mapping.ValueType.MapOf;
import org.gatewright.spi.mapping.ValueType.Simple;
import org.gatewright.spi.mapping.ValueType.Structure;
import org.gatewright.spi.mapping.Vocabulary;

/**
 * A user, a request and a few functions for expressions of a test.
 *
 * @param variables by name
 * @param functions by name
 * @param read the variables that were asked for, the first one first
 * @since 1.0
 */
public record FakeBindings(
        Map<String, Object> variables, Map<String, Function<List<Object>, Object>> functions, List<String> read)
        implements Bindings {

    private static final Structure USER = new Structure(
            "user",
            Map.of(
                    "username",
                    Simple.TEXT,
                    "groups",
                    new ListOf(Simple.TEXT),
                    "attributes",
                    new MapOf(Simple.ANY),
                    "pk",
                    Simple.INT));
    private static final Structure REQUEST = new Structure("request", Map.of("ip", Simple.TEXT));

    /** A user {@code alice} of the groups {@code finance} and {@code staff}, from {@code 10.1.2.3}. */
    public static FakeBindings alice() {
        Map<String, Object> user = Map.of(
                "username",
                "alice",
                "groups",
                List.of("finance", "staff"),
                "attributes",
                Map.of("level", 3L, "tags", List.of("a", "b")),
                "pk",
                7L);
        return new FakeBindings(
                Map.of("user", user, "request", Map.of("ip", "10.1.2.3")),
                Map.of(
                        "is_in_group",
                        arguments -> isMember((Map<?, ?>) arguments.get(0), arguments.get(1)),
                        "message",
                        arguments -> false),
                new ArrayList<>());
    }

    /** With another function, of the same name as one there is, or of none. */
    public FakeBindings with(String name, Function<List<Object>, Object> function) {
        Map<String, Function<List<Object>, Object>> more = new HashMap<>(functions);
        more.put(name, function);
        return new FakeBindings(variables, more, read);
    }

    /** Coming from another address. */
    public FakeBindings from(String address) {
        Map<String, Object> more = new HashMap<>(variables);
        more.put("request", Map.of("ip", address));
        return new FakeBindings(more, functions, read);
    }

    /** Returns what these bindings name, for a result of the type. */
    public static Vocabulary vocabulary(ValueType result) {
        return new Vocabulary(
                Map.of("user", USER, "request", REQUEST),
                List.of(
                        FunctionType.member("is_in_group", Simple.BOOL, USER, Simple.TEXT),
                        FunctionType.of("message", Simple.BOOL, Simple.TEXT)),
                result);
    }

    @Override
    public Object variable(String name) {
        read.add(name);
        Object value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("nothing is called " + name);
        }
        return value;
    }

    @Override
    public Object call(String function, List<Object> arguments) {
        Function<List<Object>, Object> called = functions.get(function);
        if (called == null) {
            throw new IllegalArgumentException("no function is called " + function);
        }
        return called.apply(arguments);
    }

    private static boolean isMember(Map<?, ?> user, Object group) {
        return user.get("groups") instanceof List<?> groups && groups.contains(group);
    }
}
