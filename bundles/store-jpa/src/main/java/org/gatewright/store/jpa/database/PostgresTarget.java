package org.gatewright.store.jpa.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.gatewright.port.settings.Settings;
import org.gatewright.store.jpa.transaction.Durability;
import org.gatewright.store.jpa.transaction.Failures;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL server. */
final class PostgresTarget implements Target {

    private static final int OLDEST = 14;
    private static final List<String> SSL_MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    /** The same in every node and release. */
    private static final long MIGRATION_LOCK = 0x6761_7465_7772L;

    private final PGSimpleDataSource source;

    private PostgresTarget(PGSimpleDataSource source) {
        this.source = source;
    }

    static PostgresTarget of(Settings settings) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {settings.get("postgresql", "host").orElseThrow()});
        source.setPortNumbers(new int[] {port(settings.get("postgresql", "port").orElse("5432"))});
        source.setDatabaseName(settings.get("postgresql", "name").orElse("gatewright"));
        source.setUser(settings.get("postgresql", "user").orElse("gatewright"));
        settings.get("postgresql", "password").ifPresent(source::setPassword);
        source.setSslMode(sslMode(settings.get("postgresql", "sslmode").orElse("prefer")));
        source.setApplicationName("gatewright");
        source.setConnectTimeout(5);
        source.setLoginTimeout(5);
        source.setSocketTimeout(60);
        source.setTcpKeepAlive(true);
        return new PostgresTarget(source);
    }

    @Override
    public String description() {
        return "PostgreSQL at " + source.getServerNames()[0] + ":" + source.getPortNumbers()[0] + ", database "
                + source.getDatabaseName() + ", user " + source.getUser();
    }

    @Override
    public String advice(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (Failures.isDiskFull(failure)) {
            return "The disk of the database server is full. Make space there.";
        }
        return switch (state) {
            case "28P01", "28000" ->
                "Check GATEWRIGHT_POSTGRESQL__USER and GATEWRIGHT_POSTGRESQL__PASSWORD, and pg_hba.conf.";
            case "3D000" -> "Create the database, or set GATEWRIGHT_POSTGRESQL__NAME.";
            case "42501" -> "Make the user the owner of the database, or let it create tables in its schema.";
            case "0A000" -> "Take PostgreSQL " + OLDEST + " or newer.";
            default -> "Start it, or check GATEWRIGHT_POSTGRESQL__HOST, __PORT and __SSLMODE and the network between.";
        };
    }

    @Override
    public DataSource dataSource() {
        return source;
    }

    @Override
    public String platform() {
        return "org.eclipse.persistence.platform.database.PostgreSQLPlatform";
    }

    @Override
    public Optional<Connection> peek() {
        return Optional.empty(); // to open a connection changes nothing there
    }

    @Override
    public Connection alone() throws SQLException {
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new SQLException("It is version " + version, "0A000");
            }
            // waits for another node that migrates; gone with the connection, so a node that dies leaves nothing behind
            connection.setNetworkTimeout(Runnable::run, 0);
            statement.execute("SELECT pg_advisory_lock(" + MIGRATION_LOCK + ")");
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Durability durability() {
        return Durability.BY_COMMIT;
    }

    @Override
    public void maintain() {
        // the server looks after itself
    }

    @Override
    public void lost(SQLException failure) {
        // the server knows
    }

    @Override
    public void revive() {
        // the server does so itself
    }

    @Override
    public void close() {
        // the server goes on without us
    }

    private static String sslMode(String text) {
        if (SSL_MODES.contains(text)) {
            return text;
        }
        throw new IllegalArgumentException("GATEWRIGHT_POSTGRESQL__SSLMODE must be one of "
                + String.join(", ", SSL_MODES) + ", not \"" + text + "\".");
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(badPort(text), e);
        }
        throw new IllegalArgumentException(badPort(text));
    }

    private static String badPort(String text) {
        return "GATEWRIGHT_POSTGRESQL__PORT must be a number from 1 to 65535, not \"" + text + "\".";
    }
}
