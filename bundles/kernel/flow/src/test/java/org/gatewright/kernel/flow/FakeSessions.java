package org.gatewright.kernel.flow;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.session.Sessions;
import org.gatewright.port.store.SessionStore;
import org.gatewright.spi.data.SecretHash;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.spi.session.Session;

/** Sessions without grants. */
final class FakeSessions implements Sessions {

    private final SessionStore store;
    private final Clock clock;

    FakeSessions(SessionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<Session> resolve(String cookie) {
        return store.findByHash(SecretHash.of(cookie).digest(), clock.instant());
    }

    @Override
    public Started start(UUID user, List<String> methods, Duration lifetime, ClientInfo client) {
        Session session = new Session(
                UUID.randomUUID(),
                user,
                clock.instant(),
                methods,
                clock.instant().plus(lifetime));
        String cookie = "session-" + UUID.randomUUID();
        store.add(session, SecretHash.of(cookie).digest(), client.address(), client.userAgent());
        return new Started(session, cookie);
    }

    @Override
    public void end(UUID session) {
        store.delete(session);
    }

    @Override
    public List<Session> ofUser(UUID user) {
        return store.ofUser(user, clock.instant());
    }

    @Override
    public void endAll(UUID user, Optional<UUID> except, boolean grantsToo) {
        ofUser(user).stream()
                .map(Session::id)
                .filter(id -> !except.equals(Optional.of(id)))
                .forEach(this::end);
    }
}
