package org.gatewright.kernel.plugins.guard;

import java.time.Duration;
import org.gatewright.port.error.CommonError;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;

/**
 * One version of a type that is guarded, and what is said of it.
 *
 * @param noun what people call a type of the kind
 */
public record GuardedType(Kind kind, String noun, String type, String plugin, String version) {

    /** Says that the plug-in threw. */
    GatewrightException failed(Throwable cause) {
        return new GatewrightException(
                CommonError.PLUGIN_FAILED,
                name() + " has failed. The administrator finds the cause in the log.",
                cause);
    }

    /** Says that the call took too long. */
    GatewrightException tooSlow(Duration limit) {
        return new GatewrightException(
                CommonError.PLUGIN_TOO_SLOW,
                name() + " took longer than " + seconds(limit) + " and was given up. Try again in a while.");
    }

    /** Says that there is no room for another call. */
    GatewrightException busy() {
        return new GatewrightException(CommonError.PLUGIN_BUSY, name() + " is busy. Try again in a while.");
    }

    /** Says that nobody may call this version. */
    GatewrightException cutOff() {
        return new GatewrightException(
                CommonError.TYPE_UNAVAILABLE, name() + " is not available at the moment: it failed too often.");
    }

    private String name() {
        return "The " + noun + " “" + type + "”";
    }

    /** Writes a duration as people do. */
    static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " seconds" : time.toMillis() + " milliseconds";
    }
}
