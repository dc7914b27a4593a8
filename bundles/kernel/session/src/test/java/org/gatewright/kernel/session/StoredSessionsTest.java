package org.gatewright.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.session.Sessions.Started;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.UserType;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.spi.session.Grant;
import org.gatewright.spi.session.Session;
import org.gatewright.testkit.port.FixedClock;
import org.gatewright.testkit.port.InMemoryDatabase;
import org.junit.jupiter.api.Test;

class StoredSessionsTest {

    private static final ClientInfo CLIENT = new ClientInfo("192.0.2.1", "curl", URI.create("https://id.example.org"));
    private static final Duration HOUR = Duration.ofHours(1);

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final FixedClock clock = new FixedClock();
    private final StoredSessions sessions =
            new StoredSessions(database.sessions(), database.grants(), database.transactions(), clock);
    private final StoredGrants grants = new StoredGrants(database.grants(), clock);
    private final UUID ada = addUser("ada");

    @Test
    void findsTheSessionByItsCookieUntilItExpires() {
        Started started = start();
        assertThat(sessions.resolve(started.cookie())).contains(started.session());
        assertThat(started.session().methods()).containsExactly("pwd");
        assertThat(started.session().authTime()).isEqualTo(clock.instant());
        clock.advance(HOUR);
        assertThat(sessions.resolve(started.cookie())).isEmpty();
    }

    @Test
    void refusesCookiesThatItDidNotMake() {
        Started started = start();
        assertThat(sessions.resolve("")).isEmpty();
        assertThat(sessions.resolve("A".repeat(43))).isEmpty();
        assertThat(sessions.resolve(started.session().id().toString())).isEmpty();
        assertThat(sessions.resolve(started.cookie() + "A")).isEmpty();
    }

    @Test
    void keepsTheCookieOutOfTheStoreAndOfLogs() {
        Started started = start();
        assertThat(database.sessions().findByHash(started.cookie(), clock.instant()))
                .isEmpty();
        assertThat(started.toString()).doesNotContain(started.cookie());
        assertThat(started.cookie()).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void aSessionOfAUserWhoIsNotActiveIsNotFound() {
        Started started = start();
        database.users().replace(ada, fields("ada", false));
        assertThat(sessions.resolve(started.cookie())).isEmpty();
    }

    @Test
    void noSessionLastsLongerThanAYear() {
        Started started = sessions.start(ada, List.of(), Duration.ofDays(10_000), CLIENT);
        assertThat(started.session().expires()).isEqualTo(clock.instant().plus(Duration.ofDays(365)));
        assertThatThrownBy(() -> sessions.start(ada, List.of(), Duration.ZERO, CLIENT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void endingRevokesTheGrantsThatDoNotOutliveTheSession() {
        Started started = start();
        Grant bound = grant(Optional.of(started.session().id()), false);
        Grant offline = grant(Optional.of(started.session().id()), true);
        sessions.end(started.session().id());
        sessions.end(started.session().id());
        assertThat(sessions.resolve(started.cookie())).isEmpty();
        assertThat(grants.alive(bound.id())).isEmpty();
        assertThat(grants.alive(offline.id())).contains(offline);
    }

    @Test
    void endsAllButOne() {
        Started kept = start();
        Started other = start();
        Started others = sessions.start(addUser("bob"), List.of(), HOUR, CLIENT);
        Grant offline = grant(Optional.of(other.session().id()), true);
        sessions.endAll(ada, Optional.of(kept.session().id()), false);
        assertThat(sessions.ofUser(ada))
                .extracting(Session::id)
                .containsExactly(kept.session().id());
        assertThat(grants.alive(offline.id())).isPresent();
        assertThat(sessions.resolve(others.cookie())).isPresent();
    }

    @Test
    void endsAllWithTheGrantsThatOutliveSessions() {
        Started started = start();
        Grant offline = grant(Optional.of(started.session().id()), true);
        Grant free = grant(Optional.empty(), false);
        sessions.endAll(ada, Optional.empty(), true);
        assertThat(sessions.ofUser(ada)).isEmpty();
        assertThat(grants.alive(offline.id())).isEmpty();
        assertThat(grants.alive(free.id())).isEmpty();
    }

    @Test
    void aGrantDiesWithItsUserItsExpiryOrItsRevocation() {
        Grant first = grant(Optional.empty(), false);
        Grant second = grant(Optional.empty(), false);
        grants.revoke(first.id());
        grants.revoke(first.id());
        assertThat(grants.alive(first.id())).isEmpty();
        assertThat(grants.alive(second.id())).contains(second);
        database.users().replace(ada, fields("ada", false));
        assertThat(grants.alive(second.id())).isEmpty();
        database.users().replace(ada, fields("ada", true));
        clock.advance(HOUR);
        assertThat(grants.alive(second.id())).isEmpty();
    }

    @Test
    void remembersRevokedTokensOfTheFutureOnly() {
        grants.revokeToken("live", clock.instant().plusSeconds(60));
        grants.revokeToken("live", clock.instant().plusSeconds(90));
        grants.revokeToken("dead", clock.instant());
        assertThat(grants.isTokenRevoked("live")).isTrue();
        assertThat(grants.isTokenRevoked("dead")).isFalse();
        assertThat(grants.isTokenRevoked("other")).isFalse();
    }

    @Test
    void findsConsentsThatHaveNotExpired() {
        StoredConsents consents = new StoredConsents(database.consents(), clock);
        database.consents()
                .save(ada, "wiki", Set.of("openid"), Optional.of(clock.instant().plus(HOUR)));
        assertThat(consents.find(ada, "wiki")).contains(Set.of("openid"));
        assertThat(consents.find(ada, "mail")).isEmpty();
        clock.advance(HOUR);
        assertThat(consents.find(ada, "wiki")).isEmpty();
    }

    private Started start() {
        return sessions.start(ada, List.of("pwd"), HOUR, CLIENT);
    }

    private Grant grant(Optional<UUID> session, boolean outlives) {
        Grant grant = new Grant(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Optional.of(ada),
                session,
                outlives,
                Set.of("openid"),
                JsonObject.empty(),
                clock.instant(),
                clock.instant().plus(HOUR));
        grants.add(grant);
        return grant;
    }

    private UUID addUser(String name) {
        return database.users()
                .add(UUID.randomUUID(), fields(name, true), clock.instant())
                .id();
    }

    private static UserFields fields(String name, boolean active) {
        return new UserFields(name, name, "", active, UserType.INTERNAL, "users", JsonObject.empty(), List.of());
    }
}
