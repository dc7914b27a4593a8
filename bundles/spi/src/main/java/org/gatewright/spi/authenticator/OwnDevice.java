package org.gatewright.spi.authenticator;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A device of a user as stages see it.
 *
 * @param id names it
 * @param type the type of its method
 * @param name for people
 * @param available whether its method is installed and still set up
 * @param created when it was added
 * @param lastUsed when something was last proved with it
 * @since 1.0
 */
public record OwnDevice(
        UUID id, String type, String name, boolean available, Instant created, Optional<Instant> lastUsed) {}
