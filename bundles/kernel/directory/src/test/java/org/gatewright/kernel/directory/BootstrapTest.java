package org.gatewright.kernel.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserField;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.testkit.port.FakeSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static final String KEY = "k".repeat(40);
    private static final FakeSettings ALL = new FakeSettings()
            .with("bootstrap", "password", DirectoryFixture.PASSWORD.reveal())
            .with("bootstrap", "email", "root@example.org")
            .with("bootstrap", "token", KEY);

    private final DirectoryFixture house = new DirectoryFixture();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        thread.shutdownNow();
    }

    @Test
    void makesTheFirstAdministratorAndClosesTheSetUpPage() {
        BootstrapRun run = attempt(ALL);
        assertThat(run.check().ready()).isTrue();
        User admin = admin().orElseThrow();
        assertThat(admin.superuser()).isTrue();
        assertThat(admin.email()).isEqualTo("root@example.org");
        assertThat(house.directory.groupNames(admin.id())).containsExactly("Gatewright Admins");
        assertThat(house.hashers.verify(
                        DirectoryFixture.PASSWORD, house.hashers.of(admin.id()).orElseThrow()))
                .isTrue();
        assertThat(house.tokens.authenticate(KEY)).contains(admin);
        assertThat(house.database.singleUse().claim("initial-setup", house.clock.instant()))
                .isFalse();
    }

    @Test
    void happensOnceInTheLifeOfAnInstallation() {
        attempt(ALL);
        User admin = admin().orElseThrow();
        house.users.setPassword(Actor.system(), admin.id(), org.gatewright.spi.data.SecretText.of("something else"));
        Optional<String> hash = house.hashers.of(admin.id());
        assertThat(attempt(ALL).check().ready()).isTrue();
        assertThat(house.hashers.of(admin.id())).isEqualTo(hash);
        house.catalogue.uninstall(Kind.HASHER, "argon2id");
        assertThat(attempt(ALL).check().ready()).isTrue();
    }

    @Test
    void leavesAnInstallationAloneThatHasAnAdministrator() {
        UUID admins = house.group("admins", true, List.of());
        house.user("root", admins);
        assertThat(attempt(ALL).check().ready()).isTrue();
        assertThat(admin()).isEmpty();
        assertThat(house.tokens.authenticate(KEY)).isEmpty();
    }

    @Test
    void waitsForTheHasherAndLeavesNothingMeanwhile() {
        house.catalogue.uninstall(Kind.HASHER, "argon2id");
        BootstrapRun run = attempt(ALL);
        assertThat(run.check().ready()).isFalse();
        assertThat(run.check().message()).startsWith("The first administrator waits: ");
        assertThat(house.users.list(PageRequest.first()).total()).isZero();
        assertThat(house.groups.list(PageRequest.first()).total()).isZero();
        assertThat(house.events.recorded()).isEmpty();
        house.catalogue.install(Kind.HASHER, "argon2id", house.hasher);
        run.attempt();
        assertThat(run.check().ready()).isTrue();
        assertThat(admin()).isPresent();
    }

    @Test
    void waitsForTheDatabase() {
        house.database.available(false);
        BootstrapRun run = attempt(ALL);
        assertThat(run.check().message()).contains("The database does not answer.");
        house.database.available(true);
        run.attempt();
        assertThat(run.check().ready()).isTrue();
    }

    @Test
    void aTokenAloneNeedsNoHasher() {
        house.catalogue.uninstall(Kind.HASHER, "argon2id");
        assertThat(attempt(new FakeSettings().with("bootstrap", "token", KEY))
                        .check()
                        .ready())
                .isTrue();
        User admin = admin().orElseThrow();
        assertThat(house.tokens.authenticate(KEY)).contains(admin);
        assertThat(house.hashers.of(admin.id())).isEmpty();
    }

    @Test
    void aPasswordAloneIsEnough() {
        attempt(new FakeSettings().with("bootstrap", "password", "12345678"));
        assertThat(admin().orElseThrow().email()).isEmpty();
        assertThat(house.tokens.list(PageRequest.first()).total()).isZero();
    }

    @Test
    void anAddressAloneDoesNothing() {
        BootstrapRun run = attempt(new FakeSettings().with("bootstrap", "email", "root@example.org"));
        assertThat(run.check().ready()).isTrue();
        assertThat(attempt(new FakeSettings()).check().ready()).isTrue();
        assertThat(house.users.list(PageRequest.first()).total()).isZero();
        assertThat(house.database.singleUse().claim("initial-setup", house.clock.instant()))
                .isTrue();
    }

    @Test
    void namesTheVariableThatIsWrong() {
        assertThat(attempt(ALL.with("bootstrap", "password", "short")).check().message())
                .isEqualTo("GATEWRIGHT_BOOTSTRAP_PASSWORD: A password has at least 8 and at most 1,024 characters."
                        + " Correct it and start again.");
        assertThat(attempt(ALL.with("bootstrap", "email", "nobody")).check().message())
                .startsWith("GATEWRIGHT_BOOTSTRAP_EMAIL: ");
        BootstrapRun run = attempt(ALL.with("bootstrap", "token", "short"));
        assertThat(run.check().ready()).isFalse();
        assertThat(run.check().message())
                .startsWith("GATEWRIGHT_BOOTSTRAP_TOKEN: ")
                .doesNotContain("short");
        assertThat(admin()).isEmpty();
    }

    @Test
    void adoptsWhatIsThereUnderTheSameNames() {
        house.group("Gatewright Admins", false, List.of());
        User before = house.user("Admin");
        attempt(ALL);
        User after = house.directory.user(before.id()).orElseThrow();
        assertThat(after.superuser()).isTrue();
        assertThat(after.email()).isEqualTo("root@example.org");
        assertThat(house.hashers.of(after.id())).isPresent();
    }

    @Test
    void ofTwoNodesOneMakesTheAdministrator() {
        Bootstrap first = house.bootstrap(ALL);
        Bootstrap second = house.bootstrap(ALL);
        java.util.concurrent.CompletableFuture.allOf(
                        java.util.concurrent.CompletableFuture.runAsync(first::run),
                        java.util.concurrent.CompletableFuture.runAsync(second::run))
                .join();
        assertThat(house.users.list(PageRequest.first()).total()).isEqualTo(1);
    }

    private BootstrapRun attempt(FakeSettings settings) {
        Bootstrap bootstrap = house.bootstrap(settings);
        BootstrapRun run = new BootstrapRun(bootstrap, thread);
        if (bootstrap.isWanted()) {
            run.attempt();
        }
        return run;
    }

    private Optional<User> admin() {
        return house.directory.find("admin", Set.of(UserField.USERNAME), true);
    }
}
