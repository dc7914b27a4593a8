package org.gatewright.kernel.configuration.binding;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.settings.RefersTo;

/** The single values that a settings record may hold. */
final class Scalars {

    private Scalars() {}

    /** A string; the pattern is matched as a whole. */
    static Scalar string(int min, int max, Optional<String> pattern, Optional<String> format) {
        Optional<java.util.regex.Pattern> compiled = pattern.map(java.util.regex.Pattern::compile);
        JsonObject schema = JsonObject.of("type", "string")
                .with("minLength", min)
                .with("maxLength", max)
                .with("pattern", pattern.map(text -> "^(?:" + text + ")$"))
                .with("format", format);
        return plain(schema, given -> {
            String text = text(given, min, max);
            compiled.filter(regex -> !regex.matcher(text).matches()).ifPresent(regex -> {
                throw new Misfit("This must match " + regex.pattern() + ".");
            });
            format.ifPresent(name -> Formats.check(name, text));
            return text;
        });
    }

    /** A whole number. */
    static Scalar whole(long min, long max, Optional<RefersTo> refersTo, Function<Long, Object> convert) {
        JsonObject schema = JsonObject.of("type", "integer")
                .with("minimum", min)
                .with("maximum", max)
                .merge(reference(refersTo));
        return new Scalar(
                schema,
                given -> convert.apply(number(given, min, max)),
                number -> ((Number) number).longValue(),
                refersTo);
    }

    /** A number. */
    static Scalar decimal(long min, long max) {
        JsonObject schema = JsonObject.of("type", "number").with("minimum", min).with("maximum", max);
        return plain(schema, given -> {
            double number = given instanceof Long whole
                    ? whole.doubleValue()
                    : given instanceof BigDecimal exact ? exact.doubleValue() : Double.NaN;
            if (!Double.isFinite(number)) {
                throw new Misfit("This must be a number.");
            }
            if (number < min || number > max) {
                throw new Misfit("This must be " + min + " to " + max + ".");
            }
            return number;
        });
    }

    /** True or false. */
    static Scalar flag() {
        return plain(JsonObject.of("type", "boolean"), given -> {
            if (given instanceof Boolean flag) {
                return flag;
            }
            throw new Misfit("This must be true or false.");
        });
    }

    /** One of the constants. */
    static Scalar choice(Class<?> type) {
        List<Enum<?>> constants = new ArrayList<>();
        for (Object constant : Objects.requireNonNull(type.getEnumConstants())) {
            constants.add((Enum<?>) constant);
        }
        JsonObject schema = JsonObject.of("type", "string")
                .with("enum", (Object) constants.stream().map(Names::constant).toList());
        return new Scalar(
                schema,
                given -> constants.stream()
                        .filter(constant -> Names.constant(constant).equals(given))
                        .findFirst()
                        .orElseThrow(() -> new Misfit("This must be one of: "
                                + constants.stream().map(Names::constant).collect(Collectors.joining(", ")) + ".")),
                constant -> Names.constant((Enum<?>) constant),
                Optional.empty());
    }

    /** A time span. */
    static Scalar timespan() {
        JsonObject schema =
                JsonObject.of("type", "string").with("format", "timespan").with("pattern", Timespans.PATTERN);
        return new Scalar(
                schema,
                given -> Timespans.parse(text(given, 0, 200)),
                duration -> Timespans.write((Duration) duration),
                Optional.empty());
    }

    /** An address. */
    static Scalar uri() {
        JsonObject schema =
                JsonObject.of("type", "string").with("format", "uri-reference").with("maxLength", 4096);
        return new Scalar(schema, given -> uri(text(given, 0, 4096)), Object::toString, Optional.empty());
    }

    /** An id, of another object if it refers to one. */
    static Scalar uuid(Optional<RefersTo> refersTo) {
        JsonObject schema =
                JsonObject.of("type", "string").with("format", "uuid").merge(reference(refersTo));
        return new Scalar(schema, Scalars::uuid, Object::toString, refersTo);
    }

    /** Any JSON object. */
    static Scalar json() {
        return plain(JsonObject.of("type", "object"), given -> {
            if (given instanceof JsonObject object) {
                return object;
            }
            throw new Misfit("This must be an object.");
        });
    }

    /** Returns the value if it is text of that many characters. */
    static String text(Object given, int min, int max) {
        if (!(given instanceof String text)) {
            throw new Misfit("This must be text.");
        }
        int length = text.codePointCount(0, text.length());
        if (length < min) {
            throw new Misfit(min == 1 ? "This must not be empty." : "This must have at least " + min + " characters.");
        }
        if (length > max) {
            throw new Misfit("This must have at most " + max + " characters.");
        }
        return text;
    }

    static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new Misfit("This must be an address such as https://app.example.org/.");
        }
    }

    private static UUID uuid(Object given) {
        try {
            String text = text(given, 36, 36);
            return UUID.fromString(text);
        } catch (IllegalArgumentException | Misfit e) {
            throw new Misfit("This must be a UUID.");
        }
    }

    private static long number(Object given, long min, long max) {
        if (!(given instanceof Long number)) {
            throw new Misfit("This must be a whole number.");
        }
        if (number < min || number > max) {
            throw new Misfit("This must be " + min + " to " + max + ".");
        }
        return number;
    }

    private static Scalar plain(JsonObject schema, Function<Object, Object> parse) {
        return new Scalar(schema, parse, Function.identity(), Optional.empty());
    }

    private static JsonObject reference(Optional<RefersTo> refersTo) {
        return refersTo.map(to -> JsonObject.of("x-refers-to", to.value())
                        .with("x-refers-to-type", Optional.of(to.type()).filter(type -> !type.isEmpty())))
                .orElse(JsonObject.empty());
    }
}
