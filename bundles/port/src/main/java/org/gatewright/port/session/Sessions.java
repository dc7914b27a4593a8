package org.gatewright.port.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.spi.session.Session;
import org.osgi.annotation.versioning.ProviderType;

/** Starts, finds and ends sessions. Writes join the surrounding transaction. */
@ProviderType
public interface Sessions {

    /**
     * A new session with the value of its cookie, which is kept nowhere.
     *
     * @param cookie 256 random bits as base64url
     */
    record Started(Session session, String cookie) {
        /** Keeps the cookie out of logs. */
        @Override
        public String toString() {
            return "Started[" + session.id() + "]";
        }
    }

    /** Finds the session of the cookie if it is alive and its user active. */
    Optional<Session> resolve(String cookie);

    /** Starts a session. */
    Started start(UUID user, List<String> methods, Duration lifetime, ClientInfo client);

    /** Ends the session and revokes the grants that do not outlive it. Does nothing if it has ended. */
    void end(UUID session);

    /** Lists the living sessions of the user. */
    List<Session> ofUser(UUID user);

    /** Ends all sessions of the user, but for one, and with {@code grantsToo} all the user's grants, those that outlive sessions included. */
    void endAll(UUID user, Optional<UUID> except, boolean grantsToo);
}
