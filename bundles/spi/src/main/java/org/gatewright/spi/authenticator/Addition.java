package org.gatewright.spi.authenticator;

import java.util.List;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.stage.Challenge;

/**
 * How far the adding of a device has come.
 *
 * @since 1.0
 */
public sealed interface Addition {

    /**
     * The visitor must answer the challenge first.
     *
     * @param state to be kept until the next visit
     * @param refused whether answers were given and refused
     */
    record Asks(Challenge challenge, JsonObject state, boolean refused) implements Addition {}

    /**
     * The device is added.
     *
     * @param methods RFC 8176 method references of what was proved on the way
     */
    record Added(UUID device, List<String> methods) implements Addition {
        /** Copies the methods. */
        public Added {
            methods = List.copyOf(methods);
        }
    }
}
