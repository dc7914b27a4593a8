package org.gatewright.kernel.configuration.binding;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Durations as text: {@code hours=1;minutes=30}, or ISO 8601 as {@link Duration} reads it. Negative ones are refused. */
final class Timespans {

    /** The part of both notations that a schema can tell. */
    static final String PATTERN =
            "^(?:P[0-9DTHMS.]+|(?:weeks|days|hours|minutes|seconds|milliseconds)=[0-9]{1,15}(?:;(?:weeks|days|hours|minutes|seconds|milliseconds)=[0-9]{1,15})*;?)$";

    private static final Pattern PART = Pattern.compile("([a-z]+)=([0-9]{1,15})");
    private static final Map<String, Duration> UNITS = units();

    private Timespans() {}

    static Duration parse(String text) {
        try {
            Duration duration = text.startsWith("P") ? Duration.parse(text) : parts(text);
            if (duration.isNegative()) {
                throw misfit();
            }
            return duration;
        } catch (DateTimeParseException | ArithmeticException e) {
            throw misfit();
        }
    }

    /** Writes the first notation. */
    static String write(Duration duration) {
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put("days", duration.toDaysPart());
        parts.put("hours", (long) duration.toHoursPart());
        parts.put("minutes", (long) duration.toMinutesPart());
        parts.put("seconds", (long) duration.toSecondsPart());
        parts.put("milliseconds", (long) duration.toMillisPart());
        String text = parts.entrySet().stream()
                .filter(part -> part.getValue() != 0)
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining(";"));
        return text.isEmpty() ? "seconds=0" : text;
    }

    private static Duration parts(String text) {
        Duration sum = Duration.ZERO;
        for (String part : text.split(";", 10)) {
            Matcher matcher = PART.matcher(part);
            if (matcher.matches() && UNITS.containsKey(matcher.group(1))) {
                sum = sum.plus(unit(matcher.group(1)).multipliedBy(Long.parseLong(matcher.group(2))));
            } else if (!part.isEmpty() || text.isEmpty() || text.equals(";")) {
                throw misfit();
            }
        }
        return sum;
    }

    private static Duration unit(String name) {
        return UNITS.getOrDefault(name, Duration.ZERO);
    }

    private static Map<String, Duration> units() {
        return Map.of(
                "weeks", Duration.ofDays(7),
                "days", ChronoUnit.DAYS.getDuration(),
                "hours", ChronoUnit.HOURS.getDuration(),
                "minutes", ChronoUnit.MINUTES.getDuration(),
                "seconds", ChronoUnit.SECONDS.getDuration(),
                "milliseconds", ChronoUnit.MILLIS.getDuration());
    }

    private static Misfit misfit() {
        return new Misfit("This must be a time span such as hours=1;minutes=30 or PT1H30M.");
    }
}
