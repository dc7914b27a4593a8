package org.gatewright.port.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.session.Session;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps sessions by the hash of their cookie. */
@ProviderType
public interface SessionStore {

    /** Adds a session. */
    void add(Session session, String cookieHash, String address, String userAgent);

    /** Finds a session that has not expired, of an active user. */
    Optional<Session> findByHash(String cookieHash, Instant now);

    /** Tells whether the session is alive. */
    boolean isAlive(UUID session, Instant now);

    /** Lists the sessions of the user that have not expired. */
    List<Session> ofUser(UUID user, Instant now);

    /** Deletes the session; false if there is none. */
    boolean delete(UUID session);

    /** Deletes what has expired; returns how many. */
    int deleteExpired(Instant now);
}
