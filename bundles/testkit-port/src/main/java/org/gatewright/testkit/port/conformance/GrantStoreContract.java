package org.gatewright.testkit.port.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.store.GrantStore;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.session.Grant;
import org.gatewright.spi.session.Session;
import org.junit.jupiter.api.Test;

/** What a store of grants promises. */
abstract class GrantStoreContract extends StoreContract {

    private GrantStore grants() {
        return stores().grants();
    }

    private static Grant grant(Optional<UUID> user, Optional<UUID> session, boolean outlives) {
        return new Grant(
                UUID.randomUUID(),
                UUID.randomUUID(),
                user,
                session,
                outlives,
                new LinkedHashSet<>(List.of("openid", "email")),
                JsonObject.of("nonce", "n"),
                NOW,
                LATER);
    }

    private Grant added(Optional<UUID> user, Optional<UUID> session, boolean outlives) {
        Grant grant = grant(user, session, outlives);
        grants().add(grant);
        return grant;
    }

    private boolean isAlive(Grant grant) {
        return grants().findAlive(grant.id(), NOW).isPresent();
    }

    private Session session(User user) {
        Session session = new Session(UUID.randomUUID(), user.id(), NOW, List.of("pwd"), LATER);
        stores().sessions().add(session, unique("hash"), "", "");
        return session;
    }

    @Test
    void returnsWhatWasAddedUntilItExpires() {
        Grant grant = added(Optional.of(user().id()), Optional.empty(), false);

        assertThat(grants().findAlive(grant.id(), NOW)).contains(grant);
        assertThat(grants().findAlive(grant.id(), LATER)).isEmpty();
        assertThat(isAlive(added(Optional.empty(), Optional.empty(), false))).isTrue();
    }

    @Test
    void revokesOnce() {
        Grant grant = added(Optional.empty(), Optional.empty(), false);

        assertThat(grants().revoke(grant.id())).isTrue();
        assertThat(grants().revoke(grant.id())).isFalse();
        assertThat(isAlive(grant)).isFalse();
        assertThat(grants().revoke(UUID.randomUUID())).isFalse();
    }

    @Test
    void letsARevocationWinOverALaterGrant() {
        Grant grant = grant(Optional.empty(), Optional.empty(), false);
        assertThat(grants().revoke(grant.id())).isFalse();
        grants().add(grant);

        assertThat(isAlive(grant)).isFalse();
        grants().deleteExpired(NOW);
        assertThat(isAlive(grant)).isFalse();
    }

    @Test
    void letsOneOfManyRevoke() {
        Grant grant = added(Optional.empty(), Optional.empty(), false);

        assertOneWins(() -> grants().revoke(grant.id()));
    }

    @Test
    void diesWithTheSessionUnlessItOutlivesIt() {
        User user = user();
        Session session = session(user);
        Grant bound = added(Optional.of(user.id()), Optional.of(session.id()), false);
        Grant offline = added(Optional.of(user.id()), Optional.of(session.id()), true);
        assertThat(isAlive(bound)).isTrue();

        stores().sessions().delete(session.id());
        assertThat(isAlive(bound)).isFalse();
        assertThat(isAlive(offline)).isTrue();
    }

    @Test
    void revokesTheGrantsOfASession() {
        User user = user();
        Session session = session(user);
        Grant bound = added(Optional.of(user.id()), Optional.of(session.id()), false);
        Grant offline = added(Optional.of(user.id()), Optional.of(session.id()), true);
        Grant other = added(Optional.of(user.id()), Optional.empty(), false);

        grants().revokeOfSession(session.id());
        assertThat(isAlive(bound)).isFalse();
        assertThat(isAlive(offline)).isTrue();
        assertThat(isAlive(other)).isTrue();
    }

    @Test
    void diesWithTheUser() {
        User user = user();
        Grant grant = added(Optional.of(user.id()), Optional.empty(), true);
        stores().users().replace(user.id(), inactive(fields(user.username())));
        assertThat(isAlive(grant)).isFalse();

        stores().users().replace(user.id(), fields(user.username()));
        assertThat(isAlive(grant)).isTrue();
        grants().revokeOfUser(user.id());
        assertThat(isAlive(grant)).isFalse();
    }

    @Test
    void remembersRevokedTokens() {
        String token = unique("jti");
        assertThat(grants().isTokenRevoked(token)).isFalse();

        grants().addRevokedToken(token, LATER);
        grants().addRevokedToken(token, LATER);
        assertThat(grants().isTokenRevoked(token)).isTrue();
        race(() -> {
            grants().addRevokedToken(token + "-2", LATER);
            return true;
        });
        assertThat(grants().isTokenRevoked(token + "-2")).isTrue();
    }

    @Test
    void deletesWhatHasExpired() {
        Grant grant = added(Optional.empty(), Optional.empty(), false);
        String token = unique("jti");
        grants().addRevokedToken(token, LATER);
        grants().deleteExpired(NOW);
        assertThat(isAlive(grant)).isTrue();
        assertThat(grants().isTokenRevoked(token)).isTrue();

        assertThat(grants().deleteExpired(LATER)).isPositive();
        assertThat(grants().findAlive(grant.id(), BEFORE)).isEmpty();
        assertThat(grants().isTokenRevoked(token)).isFalse();
    }
}
