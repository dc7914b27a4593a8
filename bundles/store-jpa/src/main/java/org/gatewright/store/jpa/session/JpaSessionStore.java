package org.gatewright.store.jpa.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.store.SessionStore;
import org.gatewright.spi.session.Session;
import org.gatewright.store.jpa.transaction.Jpa;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps sessions in the database. */
@Component
public final class JpaSessionStore implements SessionStore {

    private static final String ALIVE = "SELECT r FROM SessionRow r WHERE r.expires > ?1"
            + " AND EXISTS (SELECT u.id FROM UserRow u WHERE u.id = r.user AND u.active = TRUE) AND ";

    private final Jpa jpa;

    @Activate
    public JpaSessionStore(@Reference Jpa jpa) {
        this.jpa = jpa;
    }

    @Override
    public void add(Session session, String cookieHash, String address, String userAgent) {
        jpa.run(statements -> {
            SessionRow row = new SessionRow();
            row.fill(session);
            row.cookieHash = cookieHash;
            row.address = address;
            row.userAgent = userAgent;
            statements.insert(row);
        });
    }

    @Override
    public Optional<Session> findByHash(String cookieHash, Instant now) {
        return jpa.read(statements -> statements.first(SessionRow.class, ALIVE + "r.cookieHash = ?2", now, cookieHash))
                .map(SessionRow::session);
    }

    @Override
    public boolean isAlive(UUID session, Instant now) {
        return jpa.read(statements -> statements.first(SessionRow.class, ALIVE + "r.id = ?2", now, session))
                .isPresent();
    }

    @Override
    public List<Session> ofUser(UUID user, Instant now) {
        return jpa
                .read(statements -> statements.list(
                        SessionRow.class,
                        "SELECT r FROM SessionRow r WHERE r.user = ?1 AND r.expires > ?2 ORDER BY r.authTime, r.id",
                        user,
                        now))
                .stream()
                .map(SessionRow::session)
                .toList();
    }

    @Override
    public boolean delete(UUID session) {
        return jpa.write(statements -> statements.change("DELETE FROM SessionRow r WHERE r.id = ?1", session) == 1);
    }

    @Override
    public int deleteExpired(Instant now) {
        return jpa.write(statements -> statements.change("DELETE FROM SessionRow r WHERE r.expires <= ?1", now));
    }
}
