package org.gatewright.store.jpa.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.plugins.Shelter;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.store.jpa.transaction.Durability;
import org.gatewright.testkit.port.FakeSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is special about the embedded database. */
class EmbeddedDatabaseTest {

    private static final int ENOUGH = 500;

    @TempDir
    private Path data;

    private FakeSettings settings() {
        return new FakeSettings().withData(data);
    }

    @Test
    void keepsEverythingOverARestart() {
        try (OpenDatabase database = OpenDatabase.with(settings())) {
            database.stores.singleUse().claim("once", Instant.now());
        }
        try (OpenDatabase database = OpenDatabase.with(settings())) {
            assertThat(database.stores.singleUse().claim("once", Instant.now())).isFalse();
        }
    }

    @Test
    void keepsEveryAcknowledgedCommitWhenTheProcessIsKilled() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Committer.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            while (acknowledged.size() < ENOUGH) {
                acknowledged.add(output.readLine());
            }
            process.destroyForcibly().waitFor();
        }

        try (OpenDatabase database = OpenDatabase.with(settings())) {
            assertThat(acknowledged)
                    .doesNotContainNull()
                    .noneMatch(name -> database.stores.singleUse().claim(name, Instant.now()));
        }
    }

    @Test
    void worksWithinTheShelterOfACallOfAPluginAndNotForOneThatIsGivenUp() {
        PluginCall call = new PluginCall();
        try (OpenDatabase database = OpenDatabase.with(settings())) {
            Shelter.register(call);
            call.late = true;
            assertThatThrownBy(() -> database.stores.singleUse().claim("once", Instant.now()))
                    .isInstanceOf(GatewrightException.class)
                    .hasMessage("too late");
            assertThat(call.entered).isZero();

            call.late = false;
            assertThat(database.stores.singleUse().claim("once", Instant.now())).isTrue();
            assertThat(call.entered).isPositive();
            assertThat(call.left).isEqualTo(call.entered);
        }
        Reference.reachabilityFence(call);
    }

    /** The calls of a thread, of which one may be late. */
    private static final class PluginCall implements Shelter.Guarded {
        private boolean late;
        private int entered;
        private int left;

        @Override
        public void enter() {
            if (late) {
                throw new GatewrightException(CommonError.PLUGIN_TOO_SLOW, "too late");
            }
            entered++;
        }

        @Override
        public void leave() {
            left++;
        }
    }

    @Test
    void changesNoByteIfTheSecretKeyIsWrong() throws IOException {
        OpenDatabase.with(settings()).close();
        byte[] before = Files.readAllBytes(data.resolve("db/gatewright.mv.db"));
        FakeSettings wrong = settings().withSecretKey((byte) 8);

        assertThatThrownBy(() -> new Opening(Target.of(wrong), new Installation(wrong.secretKey())).run())
                .isInstanceOf(WrongKeyException.class)
                .hasMessageContaining("secret key")
                .hasMessageContaining("Nothing was changed");
        assertThat(Files.readAllBytes(data.resolve("db/gatewright.mv.db"))).isEqualTo(before);
        OpenDatabase.with(settings()).close();
    }

    @Test
    void isReadableByNobodyElse() throws IOException {
        OpenDatabase.with(settings()).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("db"))))
                .isEqualTo("rwx------");
    }

    @Test
    void saysWhatToDoIfAFileIsInTheWay() throws IOException {
        Files.writeString(data.resolve("db"), "in the way");
        Target target = Target.of(settings());

        assertThatThrownBy(() -> new Opening(target, new Installation(settings().secretKey())).run())
                .isInstanceOfSatisfying(SQLException.class, e -> assertThat(Sentences.unreachable(target, e))
                        .contains(data.resolve("db").toString())
                        .contains("Check that the folder can be written"));
    }

    @Test
    void opensAnewAfterAFailureThatClosedIt() throws SQLException {
        try (OpenDatabase database = OpenDatabase.with(settings())) {
            database.stores.singleUse().claim("before", Instant.now());
            try (Connection connection = Target.of(settings()).dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN IMMEDIATELY");
            }
            assertThatThrownBy(() -> database.stores.singleUse().claim("lost", Instant.now()))
                    .isInstanceOf(GatewrightException.class);
            assertThat(database.health.check().ready()).isFalse();

            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> watchUntilReady(database));
            assertThat(database.stores.singleUse().claim("before", Instant.now()))
                    .isFalse();
            assertThat(database.stores.singleUse().claim("after", Instant.now()))
                    .isTrue();
        }
    }

    @Test
    void acknowledgesNoCommitOnceTheDatabaseWasOpenedAnew() throws SQLException, WrongKeyException {
        Target target = Target.of(settings());
        new Opening(target, new Installation(settings().secretKey())).run();
        Durability before = target.durability();
        before.ensure();

        target.lost(new SQLException("The database has been closed", "90098", 90098));
        assertThatThrownBy(before::ensure).isInstanceOf(SQLException.class);
        target.revive();
        assertThatThrownBy(before::ensure).isInstanceOf(SQLException.class);
        target.durability().ensure();
        target.close();
    }

    /** The pool closes the dead connections on a thread of its own. */
    private static void watchUntilReady(OpenDatabase database) {
        while (!database.health.check().ready()) {
            database.service.watch();
        }
    }
}
