package org.gatewright.spi.authenticator;

import java.util.UUID;
import org.gatewright.spi.data.JsonObject;

/**
 * A device as its method sees it.
 *
 * @param id names it
 * @param name for people
 * @param content what the method keeps of it, secrets included; encrypted at rest
 * @since 1.0
 */
public record Device(UUID id, String name, JsonObject content) {

    /** Keeps the content out of logs. */
    @Override
    public String toString() {
        return "Device[" + id + "]";
    }
}
