package org.gatewright.kernel.directory;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.session.Sessions;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.spi.session.Session;
import org.gatewright.testkit.port.InMemoryDatabase;

/** Sessions over the database of the test. */
final class DatabaseSessions implements Sessions {

    private final InMemoryDatabase database;
    private final Clock clock;

    DatabaseSessions(InMemoryDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<Session> resolve(String cookie) {
        return database.sessions().findByHash(cookie, clock.instant());
    }

    @Override
    public Started start(UUID user, List<String> methods, Duration lifetime, ClientInfo client) {
        Session session = new Session(
                UUID.randomUUID(),
                user,
                clock.instant(),
                methods,
                clock.instant().plus(lifetime));
        String cookie = UUID.randomUUID().toString();
        database.sessions().add(session, cookie, client.address(), client.userAgent());
        return new Started(session, cookie);
    }

    @Override
    public void end(UUID session) {
        database.sessions().delete(session);
        database.grants().revokeOfSession(session);
    }

    @Override
    public List<Session> ofUser(UUID user) {
        return database.sessions().ofUser(user, clock.instant());
    }

    @Override
    public void endAll(UUID user, Optional<UUID> except, boolean grantsToo) {
        ofUser(user).stream()
                .map(Session::id)
                .filter(id -> !except.equals(Optional.of(id)))
                .forEach(this::end);
        if (grantsToo) {
            database.grants().revokeOfUser(user);
        }
    }
}
