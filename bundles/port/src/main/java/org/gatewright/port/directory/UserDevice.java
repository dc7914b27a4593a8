package org.gatewright.port.directory;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A second factor of a user, as it is stored.
 *
 * @param type the type of its method, which need not be installed
 * @param method the instance of the method with which it was added
 * @param name for people
 * @param lastUsed when something was last proved with it
 * @param sealed what its method keeps of it, encrypted
 * @param revision another one after each write
 */
public record UserDevice(
        UUID id,
        UUID user,
        String type,
        UUID method,
        String name,
        Instant created,
        Optional<Instant> lastUsed,
        String sealed,
        long revision) {

    /** Keeps the content out of logs. */
    @Override
    public String toString() {
        return "UserDevice[" + id + ", " + type + "]";
    }
}
