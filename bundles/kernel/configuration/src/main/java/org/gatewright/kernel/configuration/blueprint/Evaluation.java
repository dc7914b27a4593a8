package org.gatewright.kernel.configuration.blueprint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.gatewright.spi.data.JsonObject;
import org.jspecify.annotations.Nullable;

/** Evaluates the expressions of a blueprint. */
final class Evaluation {

    /** Names of variables that a blueprint may not read: the server's own hold its secrets. */
    private static final String OWN_VARIABLES = "GATEWRIGHT_";

    private final Map<?, ?> context;
    private final UnaryOperator<@Nullable String> environment;
    private final Map<String, Object> keys = new LinkedHashMap<>();
    private final BiFunction<String, JsonObject, Optional<Object>> finder;

    /** @param finder finds the key of the object of a model that has the fields */
    Evaluation(
            Map<?, ?> context,
            UnaryOperator<@Nullable String> environment,
            BiFunction<String, JsonObject, Optional<Object>> finder) {
        this.context = context;
        this.environment = environment;
        this.finder = finder;
    }

    /** Says why an expression has no value. */
    static final class NoValue extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoValue(String sentence) {
            super(sentence, null, false, false);
        }
    }

    /** Remembers the key of an entry's object. */
    void remember(String id, Object key) {
        keys.put(id, key);
    }

    /** Returns the fields with all expressions evaluated; what is null is absent. */
    JsonObject fields(Map<?, ?> written) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        written.forEach((name, value) -> values.put(String.valueOf(name), value(value)));
        try {
            return JsonObject.of(values);
        } catch (IllegalArgumentException e) {
            throw new NoValue("A value is neither text, number, truth value, list nor map.");
        }
    }

    /** Returns a value with all expressions evaluated. */
    @Nullable
    Object value(@Nullable Object written) {
        if (written instanceof Expression expression) {
            return evaluate(expression);
        }
        if (written instanceof List<?> list) {
            List<@Nullable Object> values = new ArrayList<>();
            list.forEach(element -> values.add(value(element)));
            return values;
        }
        if (written instanceof Map<?, ?> map) {
            return fields(map);
        }
        return written instanceof Double number && !Double.isFinite(number) ? number.toString() : written;
    }

    /** Tells whether a value counts as true. */
    boolean isTrue(@Nullable Object written) {
        Object value = value(written);
        return !(value == null
                || value.equals(false)
                || value.equals("")
                || value instanceof Number number && number.doubleValue() == 0
                || value instanceof List<?> list && list.isEmpty()
                || value instanceof JsonObject object && object.isEmpty());
    }

    private @Nullable Object evaluate(Expression expression) {
        List<Object> arguments = expression.arguments();
        return switch (expression.name()) {
            case "KeyOf" -> keyOf(text(expression, 0));
            case "Context" -> withDefault(expression, context.get(text(expression, 0)));
            case "Env" -> withDefault(expression, variable(text(expression, 0)));
            case "Format" -> format(arguments);
            case "If" -> value(arguments.get(isTrue(required(expression, 0)) ? 1 : requireIndex(expression, 2)));
            case "Condition" -> condition(expression);
            default -> find(expression);
        };
    }

    private Object keyOf(String id) {
        Object key = keys.get(id);
        if (key == null) {
            throw new NoValue("!KeyOf " + id + ": no entry before this one has that id.");
        }
        return key;
    }

    private @Nullable Object withDefault(Expression expression, @Nullable Object value) {
        if (value != null) {
            return value(value);
        }
        return expression.arguments().size() > 1 ? value(expression.arguments().get(1)) : null;
    }

    private @Nullable String variable(String name) {
        if (name.toUpperCase(Locale.ROOT).startsWith(OWN_VARIABLES)) {
            throw new NoValue("!Env " + name + ": a blueprint may not read the server's own settings.");
        }
        return environment.apply(name);
    }

    /** Fills the values in for %s and %d, in order; %% is a percent sign. */
    private Object format(List<Object> arguments) {
        StringBuilder text = new StringBuilder();
        String pattern = String.valueOf(value(arguments.get(0)));
        int next = 1;
        for (int i = 0; i < pattern.length(); i++) {
            char letter = pattern.charAt(i);
            char kind = letter == '%' && i + 1 < pattern.length() ? pattern.charAt(i + 1) : ' ';
            if (kind == 's' || kind == 'd') {
                if (next >= arguments.size()) {
                    throw new NoValue("!Format has fewer values than places.");
                }
                text.append(value(arguments.get(next++)));
                i++;
            } else {
                text.append(letter);
                i += kind == '%' ? 1 : 0;
            }
        }
        return text.toString();
    }

    private Object condition(Expression expression) {
        List<Object> arguments = expression.arguments();
        List<Object> operands = arguments.subList(1, arguments.size());
        long hits = operands.stream().filter(this::isTrue).count();
        return switch (text(expression, 0).toUpperCase(Locale.ROOT)) {
            case "AND" -> hits == operands.size();
            case "NAND" -> hits != operands.size();
            case "OR" -> hits > 0;
            case "NOR" -> hits == 0;
            case "XOR" -> hits % 2 == 1;
            case "XNOR" -> hits % 2 == 0;
            default -> throw new NoValue("!Condition takes AND, OR, NAND, NOR, XOR or XNOR.");
        };
    }

    private Object find(Expression expression) {
        String model = text(expression, 0);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Object pair :
                expression.arguments().subList(1, expression.arguments().size())) {
            if (!(pair instanceof List<?> list) || list.size() != 2) {
                throw new NoValue("!Find takes a model and pairs of a field and a value.");
            }
            fields.put(String.valueOf(value(list.get(0))), value(list.get(1)));
        }
        return finder.apply(model, JsonObject.of(fields))
                .orElseThrow(() -> new NoValue("!Find " + model + ": there is no object with these values."));
    }

    private String text(Expression expression, int index) {
        return String.valueOf(value(required(expression, index)));
    }

    private static Object required(Expression expression, int index) {
        return expression.arguments().get(requireIndex(expression, index));
    }

    private static int requireIndex(Expression expression, int index) {
        if (index >= expression.arguments().size()) {
            throw new NoValue("!" + expression.name() + " has too few values.");
        }
        return index;
    }
}
