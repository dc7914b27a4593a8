package org.gatewright.kernel.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;

/**
 * How a flow began; stays the same until it ends.
 *
 * @param id of this run
 * @param flow the configured flow
 * @param browser SHA-256 of the cookie of the browser that may go on with it
 * @param next where to go at the end, as checked by {@link SafeTarget}
 * @param application slug of the application that is to be opened
 * @param facts that it began with
 */
record Origin(
        UUID id,
        UUID flow,
        String slug,
        String browser,
        Optional<String> next,
        Optional<String> application,
        Optional<Resumption> resumption,
        JsonObject facts,
        Instant expires) {

    /** How long a flow may take. */
    static final Duration LIFETIME = Duration.ofMinutes(60);
}
