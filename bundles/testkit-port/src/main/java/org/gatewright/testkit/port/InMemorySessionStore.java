package org.gatewright.testkit.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.store.SessionStore;
import org.gatewright.spi.session.Session;
import org.gatewright.testkit.port.InMemoryDatabase.SessionRow;

/** Keeps sessions in memory. */
final class InMemorySessionStore implements SessionStore {

    private final InMemoryDatabase database;

    InMemorySessionStore(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public void add(Session session, String cookieHash, String address, String userAgent) {
        database.transactions.run(
                () -> database.sessions.put(session.id(), new SessionRow(session, cookieHash, address, userAgent)));
    }

    @Override
    public Optional<Session> findByHash(String cookieHash, Instant now) {
        return database.transactions.call(() -> database.sessions.all().stream()
                .filter(row -> row.cookieHash().equals(cookieHash))
                .map(SessionRow::session)
                .filter(session -> session.expires().isAfter(now))
                .filter(session -> database.isActive(session.user()))
                .findFirst());
    }

    @Override
    public boolean isAlive(UUID session, Instant now) {
        return database.transactions.call(() -> database.sessions
                .get(session)
                .filter(row -> row.session().expires().isAfter(now))
                .isPresent());
    }

    @Override
    public List<Session> ofUser(UUID user, Instant now) {
        return database.transactions.call(() -> database.sessions.all().stream()
                .map(SessionRow::session)
                .filter(session ->
                        session.user().equals(user) && session.expires().isAfter(now))
                .toList());
    }

    @Override
    public boolean delete(UUID session) {
        return database.transactions.call(() -> database.sessions.remove(session));
    }

    @Override
    public int deleteExpired(Instant now) {
        return database.transactions.call(
                () -> database.sessions.removeIf(row -> !row.session().expires().isAfter(now)));
    }
}
