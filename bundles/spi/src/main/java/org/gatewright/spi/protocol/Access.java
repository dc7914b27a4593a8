package org.gatewright.spi.protocol;

import java.util.List;
import java.util.Optional;

/**
 * Whether a user may use an application.
 *
 * @param allowed whether so
 * @param messages sentences for the user if not
 * @param reference what the administrator finds the refusal by
 * @since 1.0
 */
public record Access(boolean allowed, List<String> messages, Optional<String> reference) {

    /** Copies the messages. */
    public Access {
        messages = List.copyOf(messages);
    }
}
