package org.gatewright.kernel.directory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.Group;
import org.gatewright.port.directory.GroupFields;
import org.gatewright.port.directory.Permission;
import org.gatewright.port.directory.Role;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.session.Sessions.Started;
import org.gatewright.port.settings.Settings;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserType;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.session.Grant;
import org.gatewright.testkit.port.FakeCatalogue;
import org.gatewright.testkit.port.FakeSettings;
import org.gatewright.testkit.port.FixedClock;
import org.gatewright.testkit.port.InMemoryDatabase;
import org.gatewright.testkit.port.RecordingEvents;

/** A whole directory over a database in memory. */
final class DirectoryFixture {

    static final SecretText PASSWORD = SecretText.of("correct horse");

    final InMemoryDatabase database = new InMemoryDatabase();
    final FixedClock clock = new FixedClock();
    final RecordingEvents events = new RecordingEvents(database, clock);
    final FakeHasher hasher = new FakeHasher("today", 1);
    final FakeCatalogue catalogue = new FakeCatalogue().install(Kind.HASHER, "argon2id", hasher);
    final DatabaseSessions sessions = new DatabaseSessions(database, clock);
    final StoredDirectory directory = new StoredDirectory(database.users(), database.groups());
    final RoleAccessControl access = new RoleAccessControl(database.groups());
    final Rights rights = new Rights(database.groups(), database.users(), access);
    final Audit audit = new Audit(events);
    final LeasedHashers hashers =
            new LeasedHashers(catalogue, database.users(), new FakeSettings().with("password", "hasher", "argon2id"));
    final StoredUsers users = new StoredUsers(
            database.users(),
            database.groups(),
            database.tokens(),
            sessions,
            database.transactions(),
            rights,
            hashers,
            audit,
            clock);
    final StoredGroups groups =
            new StoredGroups(database.groups(), database.users(), database.transactions(), rights, audit);
    final StoredApiTokens tokens =
            new StoredApiTokens(database.tokens(), database.users(), database.transactions(), rights, audit, clock);

    Bootstrap bootstrap(Settings settings) {
        return new Bootstrap(
                settings, directory, users, groups, tokens, database.singleUse(), database.transactions(), clock);
    }

    User user(String name, UUID... groupIds) {
        return users.create(Actor.system(), fields(name, groupIds), Optional.empty());
    }

    UUID group(String name, boolean superuser, List<UUID> parents, UUID... roles) {
        Group group = groups.create(
                Actor.system(), new GroupFields(name, superuser, parents, List.of(roles), JsonObject.empty()));
        return group.id();
    }

    UUID role(String name, Permission... permissions) {
        return groups.saveRole(Actor.system(), new Role(UUID.randomUUID(), name, List.of(permissions)))
                .id();
    }

    /** The user as of now, as an actor. */
    Actor actor(User user) {
        return new Actor(database.users().find(user.id()), "192.0.2.7");
    }

    Started session(User user) {
        return sessions.start(
                user.id(),
                List.of("pwd"),
                Duration.ofHours(1),
                new ClientInfo("192.0.2.7", "", URI.create("https://id.example.org")));
    }

    Grant offlineGrant(User user) {
        Grant grant = new Grant(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Optional.of(user.id()),
                Optional.empty(),
                true,
                Set.of("openid"),
                JsonObject.empty(),
                clock.instant(),
                clock.instant().plusSeconds(3600));
        database.grants().add(grant);
        return grant;
    }

    boolean isAlive(Grant grant) {
        return database.grants().findAlive(grant.id(), clock.instant()).isPresent();
    }

    static UserFields fields(String name, UUID... groupIds) {
        return new UserFields(
                name,
                "",
                name + "@example.org",
                true,
                UserType.INTERNAL,
                "users",
                JsonObject.empty(),
                List.of(groupIds));
    }

    static UserFields fields(User user, String email, boolean active, UUID... groupIds) {
        return new UserFields(
                user.username(),
                user.name(),
                email,
                active,
                user.type(),
                user.path(),
                user.attributes(),
                List.of(groupIds));
    }

    /** Asserts that the attack is denied and leaves no trace in the audit. */
    void assertDenied(ThrowingCallable attack) {
        int before = events.recorded().size();
        assertThatThrownBy(attack)
                .isInstanceOfSatisfying(GatewrightException.class, e -> Assertions.assertThat(e.code())
                        .isEqualTo(CommonError.DENIED));
        Assertions.assertThat(events.recorded()).hasSize(before);
    }
}
