package org.gatewright.store.jpa.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.gatewright.port.error.CommonError;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.store.jpa.transaction.Jpa;
import org.gatewright.testkit.port.FakeSettings;
import org.gatewright.testkit.port.conformance.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a database server while we use it. */
class PostgresDatabaseTest {

    private static final String ALL_COLUMNS =
            "SELECT table_name || '.' || column_name || ' ' || data_type FROM information_schema.columns"
                    + " WHERE table_schema = 'public' ORDER BY 1";

    @TempDir
    private Path folder;

    private EmbeddedPostgres start(int port) {
        try {
            return EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(folder.resolve("pg"))
                    .setCleanDataDirectory(false)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static FakeSettings settings(int port) {
        return new FakeSettings()
                .with("postgresql", "host", "127.0.0.1")
                .with("postgresql", "port", Integer.toString(port))
                .with("postgresql", "name", "postgres")
                .with("postgresql", "user", "postgres");
    }

    private static List<String> rows(EmbeddedPostgres server, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    @Test
    void waitsForTheServerSurvivesItsLossAndRefusesTheWrongKey() throws IOException, SQLException {
        int port = freePort();
        Target target = Target.of(settings(port));
        DatabaseHealth health = new DatabaseHealth();
        AtomicReference<Jpa> published = new AtomicReference<>();
        AtomicReference<EmbeddedPostgres> server = new AtomicReference<>();
        List<String> said = new ArrayList<>();
        new Lifecycle(
                        target,
                        new Opening(target, new Installation(settings(port).secretKey())),
                        health,
                        () -> OpenDatabase.service(target, health, published),
                        time -> {
                            if (health.check().ready()) {
                                said.add("ready");
                                losesAndFinds(server, port, published.get(), health, said);
                                return false; // ends it
                            }
                            said.add(health.check().message());
                            if (said.size() == 2) {
                                server.set(start(port));
                            }
                            return true;
                        },
                        sentence -> said.add("refused"))
                .run();

        assertThat(said.get(0))
                .contains("127.0.0.1:" + port, "database postgres", "user postgres", "GATEWRIGHT_POSTGRESQL__HOST");
        assertThat(said.subList(2, said.size())).containsExactly("ready", "unavailable", "recovered");
        assertThat(published.get()).isNull();
        refusesTheWrongKey(server.get(), port);
        server.get().close();
    }

    private void losesAndFinds(
            AtomicReference<EmbeddedPostgres> server, int port, Jpa jpa, DatabaseHealth health, List<String> said) {
        Stores stores = OpenDatabase.stores(jpa);
        stores.singleUse().claim("before", Instant.now());
        try {
            server.get().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThatThrownBy(() -> stores.users().find(UUID.randomUUID()))
                .isInstanceOfSatisfying(
                        GatewrightException.class, e -> assertThat(e.code()).isEqualTo(CommonError.STORE_UNAVAILABLE));
        assertThat(health.check().ready()).isFalse();
        assertThat(health.check().message()).contains("does not answer");
        said.add("unavailable");
        server.set(start(port));
        assertThat(stores.singleUse().claim("before", Instant.now())).isFalse();
        assertThat(stores.singleUse().claim("after", Instant.now())).isTrue();
        said.add("recovered");
    }

    private static void refusesTheWrongKey(EmbeddedPostgres server, int port) throws SQLException {
        List<String> columns = rows(server, ALL_COLUMNS);
        FakeSettings wrong = settings(port).withSecretKey((byte) 8);
        assertThatThrownBy(() -> new Opening(Target.of(wrong), new Installation(wrong.secretKey())).run())
                .isInstanceOf(WrongKeyException.class);
        assertThat(rows(server, ALL_COLUMNS)).isEqualTo(columns).isNotEmpty();
        assertThat(rows(server, "SELECT key_check FROM installation")).hasSize(1);
    }

    @Test
    void releasesTheLockOfAServerThatDiedWhileItMigrated() throws IOException, SQLException {
        int port = freePort();
        try (EmbeddedPostgres server = start(port);
                Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE databasechangeloglock (id INTEGER PRIMARY KEY, locked BOOLEAN NOT NULL,"
                    + " lockgranted TIMESTAMP, lockedby VARCHAR(255))");
            statement.execute("INSERT INTO databasechangeloglock VALUES (1, TRUE, now(), 'dead')");

            OpenDatabase.with(settings(port)).close();
            assertThat(rows(server, "SELECT key_check FROM installation")).hasSize(1);
        }
    }

    @Test
    void letsManyNodesStartAtOnce() throws IOException {
        int port = freePort();
        try (EmbeddedPostgres server = start(port)) {
            List<Thread> nodes = new ArrayList<>();
            List<Throwable> failures = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Thread node = new Thread(() -> {
                    try {
                        OpenDatabase.with(settings(port)).close();
                    } catch (Throwable e) {
                        synchronized (failures) {
                            failures.add(e);
                        }
                    }
                });
                node.start();
                nodes.add(node);
            }
            for (Thread node : nodes) {
                node.join();
            }
            assertThat(failures).isEmpty();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
