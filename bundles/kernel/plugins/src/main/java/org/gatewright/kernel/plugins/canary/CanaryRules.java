package org.gatewright.kernel.plugins.canary;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatewright.port.plugins.PluginCanaries.Compared;
import org.gatewright.port.plugins.PluginCanaries.Figures;
import org.gatewright.port.settings.Settings;

/**
 * When a canary is worse than the version beside it, and when it has proved itself.
 *
 * @param fewest calls of a type below which nothing is said of it
 * @param enough calls of a canary after which it is promoted; 0 if their number never decides
 * @param time after which it is promoted; zero if time never decides
 * @param failures percentage points by which its share of failures may be higher
 * @param slower percent by which it may be slower
 */
public record CanaryRules(int fewest, int enough, Duration time, int failures, int slower) {

    /** What counts without any setting. */
    public static final CanaryRules DEFAULT = new CanaryRules(100, 1000, Duration.ofHours(1), 5, 50);

    /** Differences that nobody notices do not count, whatever they are in percent. */
    private static final double LEAST_MILLISECONDS = 20;

    private static final double PERCENT = 100;

    /** What is to become of a canary. */
    public enum Advice {
        /** It goes on. */
        WAIT,
        /** It is as good as the other one. */
        PROMOTE,
        /** It is worse. */
        FALL_BACK
    }

    /**
     * What is to become of a canary, and why.
     *
     * @param reason a sentence
     */
    public record Verdict(Advice advice, String reason) {}

    /** Reads the settings {@code plugins.canary_*}. */
    public static CanaryRules of(Settings settings) {
        return new CanaryRules(
                number(settings, "canary_calls", DEFAULT.fewest()),
                number(settings, "canary_promote_calls", DEFAULT.enough()),
                Duration.ofMinutes(number(
                        settings, "canary_promote_minutes", (int) DEFAULT.time().toMinutes())),
                number(settings, "canary_errors", DEFAULT.failures()),
                number(settings, "canary_slower", DEFAULT.slower()));
    }

    /** Judges a canary of this age. */
    public Verdict judge(List<Compared> types, Duration age) {
        Optional<String> fault =
                types.stream().flatMap(type -> fault(type).stream()).findFirst();
        if (fault.isPresent()) {
            return new Verdict(Advice.FALL_BACK, fault.get());
        }
        long calls = types.stream().mapToLong(type -> type.own().calls()).sum();
        boolean tested = calls >= fewest;
        boolean often = enough > 0 && calls >= enough;
        boolean longEnough = !time.isZero() && age.compareTo(time) >= 0;
        return tested && (often || longEnough)
                ? new Verdict(Advice.PROMOTE, "It was not worse in " + calls + " calls.")
                : new Verdict(Advice.WAIT, "It was called " + calls + " times.");
    }

    private Optional<String> fault(Compared type) {
        if (type.own().calls() < fewest) {
            return Optional.empty();
        }
        boolean comparable = type.others().calls() >= fewest;
        return Stream.of(
                        failing(type, comparable ? type.others() : Figures.NONE),
                        comparable ? slow(type) : Optional.<String>empty())
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Without enough calls of the other one it is measured against one that never fails. */
    private Optional<String> failing(Compared type, Figures others) {
        return type.own().failures() > others.failures() + failures
                ? Optional.of(text(
                        "%.1f %% of its calls of %s failed, against %.1f %%.",
                        type.own().failures(), type.type(), others.failures()))
                : Optional.empty();
    }

    private Optional<String> slow(Compared type) {
        double limit = Math.max(
                type.others().milliseconds() * (PERCENT + slower) / PERCENT,
                type.others().milliseconds() + LEAST_MILLISECONDS);
        return type.own().milliseconds() > limit
                ? Optional.of(text(
                        "95 %% of its calls of %2$s took up to %1$.0f ms, against %3$.0f ms.",
                        type.own().milliseconds(), type.type(), type.others().milliseconds()))
                : Optional.empty();
    }

    private static String text(String form, double own, String type, double others) {
        return String.format(Locale.ROOT, form, own, type, others);
    }

    private static int number(Settings settings, String key, int otherwise) {
        return settings.get("plugins", key).map(Integer::parseInt).orElse(otherwise);
    }
}
