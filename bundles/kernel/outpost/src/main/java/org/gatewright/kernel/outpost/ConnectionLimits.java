package org.gatewright.kernel.outpost;

import java.time.Duration;
import org.gatewright.port.settings.Settings;

/**
 * What a connection may cost.
 *
 * @param connections how many there may be
 * @param perAddress how many of one address
 * @param message the most bytes of one message
 * @param calls how many messages may be answered at once; others wait
 * @param times how long things may take
 */
record ConnectionLimits(int connections, int perAddress, int message, int calls, Times times) {

    private static final int CONNECTIONS = 2_000;
    private static final int PER_ADDRESS = 1_000;
    private static final int MESSAGE = 1 << 18;
    private static final int CALLS = 32;
    private static final int IDLE_SECONDS = 900;

    /**
     * How long things may take.
     *
     * @param stranger the pause before a message while nobody has signed in
     * @param idle the pause before a message afterwards
     * @param message from the first byte of a message to the last, and for a handshake of TLS
     * @param answer until the other side has taken the answer, and until there is room to make one
     */
    record Times(Duration stranger, Duration idle, Duration message, Duration answer) {}

    /** Reads the section {@code outpost}. */
    static ConnectionLimits of(Settings settings) {
        Times times = new Times(
                Duration.ofSeconds(60),
                Duration.ofSeconds(number(settings, "idle_seconds", IDLE_SECONDS)),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30));
        return new ConnectionLimits(
                number(settings, "connections", CONNECTIONS),
                number(settings, "connections_per_address", PER_ADDRESS),
                number(settings, "max_message", MESSAGE),
                CALLS,
                times);
    }

    private static int number(Settings settings, String key, int otherwise) {
        return settings.get("outpost", key).map(Integer::parseInt).orElse(otherwise);
    }
}
