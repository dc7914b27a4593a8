package org.gatewright.kernel.flow;

import java.util.UUID;

/**
 * What ties a connection to the session of who has signed in on it.
 *
 * @param provider by which they have
 * @param cookie of the session
 */
record Bond(UUID provider, String cookie) {

    /** Keeps the cookie out of logs. */
    @Override
    public String toString() {
        return "Bond[" + provider + "]";
    }
}
