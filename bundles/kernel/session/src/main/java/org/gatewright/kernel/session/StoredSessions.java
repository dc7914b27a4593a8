package org.gatewright.kernel.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.session.Sessions;
import org.gatewright.port.store.GrantStore;
import org.gatewright.port.store.SessionStore;
import org.gatewright.port.store.Transactions;
import org.gatewright.spi.data.SecretHash;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.spi.session.Session;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps sessions in their store, by the hash of the cookie. */
@Component
public final class StoredSessions implements Sessions {

    /** No session lasts longer, whatever a stage asks for. */
    static final Duration LONGEST = Duration.ofDays(365);

    private final SessionStore store;
    private final GrantStore grants;
    private final Transactions transactions;
    private final Clock clock;

    /** Takes its parts. */
    @Activate
    public StoredSessions(
            @Reference SessionStore store, @Reference GrantStore grants, @Reference Transactions transactions) {
        this(store, grants, transactions, Clock.systemUTC());
    }

    /** Takes the time from the clock. */
    public StoredSessions(SessionStore store, GrantStore grants, Transactions transactions, Clock clock) {
        this.store = store;
        this.grants = grants;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Optional<Session> resolve(String cookie) {
        return cookie.length() == RandomText.LENGTH
                ? store.findByHash(hash(cookie), clock.instant())
                : Optional.empty();
    }

    @Override
    public Started start(UUID user, List<String> methods, Duration lifetime, ClientInfo client) {
        if (lifetime.isZero() || lifetime.isNegative()) {
            throw new IllegalArgumentException("a session lasts longer than no time");
        }
        Instant now = clock.instant();
        Duration length = lifetime.compareTo(LONGEST) > 0 ? LONGEST : lifetime;
        Session session = new Session(UUID.randomUUID(), user, now, methods, now.plus(length));
        String cookie = RandomText.next();
        store.add(session, hash(cookie), client.address(), client.userAgent());
        return new Started(session, cookie);
    }

    @Override
    public void end(UUID session) {
        transactions.run(() -> {
            if (store.delete(session)) {
                grants.revokeOfSession(session);
            }
        });
    }

    @Override
    public List<Session> ofUser(UUID user) {
        return store.ofUser(user, clock.instant());
    }

    @Override
    public void endAll(UUID user, Optional<UUID> except, boolean grantsToo) {
        transactions.run(() -> {
            for (Session session : ofUser(user)) {
                if (!except.equals(Optional.of(session.id()))) {
                    end(session.id());
                }
            }
            if (grantsToo) {
                grants.revokeOfUser(user);
            }
        });
    }

    private static String hash(String cookie) {
        return SecretHash.of(cookie).digest();
    }
}
