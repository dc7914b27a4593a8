package org.gatewright.testkit.port.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.gatewright.port.store.SessionStore;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.session.Session;
import org.junit.jupiter.api.Test;

/** What a store of sessions promises. */
abstract class SessionStoreContract extends StoreContract {

    private SessionStore sessions() {
        return stores().sessions();
    }

    private Session add(UUID user, String hash) {
        Session session = new Session(UUID.randomUUID(), user, NOW, List.of("pwd", "otp"), LATER);
        sessions().add(session, hash, "192.0.2.1", "Browser");
        return session;
    }

    @Test
    void returnsWhatWasAddedUntilItExpires() {
        User user = user();
        String hash = unique("hash");
        Session session = add(user.id(), hash);

        assertThat(sessions().findByHash(hash, NOW)).contains(session);
        assertThat(sessions().isAlive(session.id(), NOW)).isTrue();
        assertThat(sessions().ofUser(user.id(), NOW)).containsExactly(session);
        assertThat(sessions().findByHash(hash, LATER)).isEmpty();
        assertThat(sessions().isAlive(session.id(), LATER)).isFalse();
        assertThat(sessions().ofUser(user.id(), LATER)).isEmpty();
        assertThat(sessions().findByHash(unique("hash"), NOW)).isEmpty();
    }

    @Test
    void doesNotFindSessionsOfInactiveOrDeletedUsers() {
        User user = user();
        String hash = unique("hash");
        add(user.id(), hash);
        stores().users().replace(user.id(), inactive(fields(user.username())));
        assertThat(sessions().findByHash(hash, NOW)).isEmpty();

        stores().users().replace(user.id(), fields(user.username()));
        assertThat(sessions().findByHash(hash, NOW)).isPresent();
        stores().users().delete(user.id());
        assertThat(sessions().findByHash(hash, NOW)).isEmpty();
    }

    @Test
    void deletesOnce() {
        String hash = unique("hash");
        Session session = add(user().id(), hash);

        assertThat(sessions().delete(session.id())).isTrue();
        assertThat(sessions().delete(session.id())).isFalse();
        assertThat(sessions().findByHash(hash, NOW)).isEmpty();
        assertThat(sessions().isAlive(session.id(), NOW)).isFalse();
    }

    @Test
    void deletesWhatHasExpired() {
        User user = user();
        add(user.id(), unique("hash"));
        assertThat(sessions().deleteExpired(NOW)).isZero();
        assertThat(sessions().deleteExpired(LATER)).isPositive();
        assertThat(sessions().ofUser(user.id(), BEFORE)).isEmpty();
    }
}
