package org.gatewright.kernel.plugins.guard;

import java.time.Duration;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatewright.port.settings.Settings;
import org.gatewright.spi.plugin.Kind;

/**
 * What a plug-in may do.
 *
 * @param times how long one call may take, by kind
 * @param concurrency how many calls of one version of a type may be under way
 * @param errorShare the share of failed calls, in percent, past which a version is cut off
 * @param memory the bytes that one call may take, whether it gives them back or not
 */
public record GuardLimits(Map<Kind, Duration> times, int concurrency, int errorShare, long memory) {

    private static final int CONCURRENCY = 64;
    private static final int ERROR_SHARE = 50;
    private static final int MEGABYTES = 256;
    private static final int MEGABYTE = 1024 * 1024;

    /** What counts without any setting. */
    public static final GuardLimits DEFAULT = new GuardLimits(times(GuardLimits::seconds), CONCURRENCY, ERROR_SHARE);

    /** Copies the map, which names every kind. */
    public GuardLimits {
        times = Map.copyOf(times);
    }

    /** The usual memory. */
    public GuardLimits(Map<Kind, Duration> times, int concurrency, int errorShare) {
        this(times, concurrency, errorShare, (long) MEGABYTES * MEGABYTE);
    }

    /** Reads the settings of the section {@code guard}. */
    public static GuardLimits of(Settings settings) {
        return new GuardLimits(
                times(kind -> number(settings, key(kind), seconds(kind))),
                Math.toIntExact(number(settings, "concurrency", CONCURRENCY)),
                Math.toIntExact(number(settings, "error_share", ERROR_SHARE)),
                number(settings, "memory_megabytes", MEGABYTES) * MEGABYTE);
    }

    /** Returns how long a call of the kind may take. */
    Duration time(Kind kind) {
        return times.getOrDefault(kind, Duration.ofSeconds(seconds(kind)));
    }

    private static Map<Kind, Duration> times(ToLongFunction<Kind> seconds) {
        return Stream.of(Kind.values())
                .collect(Collectors.toMap(kind -> kind, kind -> Duration.ofSeconds(seconds.applyAsLong(kind))));
    }

    private static String key(Kind kind) {
        return switch (kind) {
            case STAGE -> "stage_seconds";
            case POLICY -> "policy_seconds";
            case PROTOCOL -> "protocol_seconds";
            case CREDENTIAL_BACKEND -> "credential_seconds";
            case HASHER -> "hasher_seconds";
            case AUTHENTICATOR -> "authenticator_seconds";
            case MAPPING -> "mapping_seconds";
            case OUTPOST -> "outpost_seconds";
        };
    }

    private static long seconds(Kind kind) {
        return switch (kind) {
            case STAGE, PROTOCOL, CREDENTIAL_BACKEND, AUTHENTICATOR, OUTPOST -> 30;
            case HASHER -> 10;
            case POLICY, MAPPING -> 5;
        };
    }

    private static long number(Settings settings, String key, long otherwise) {
        return settings.get("guard", key).map(Long::parseLong).orElse(otherwise);
    }
}
