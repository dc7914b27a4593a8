package org.gatewright.itests.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A real PostgreSQL server of the test's own. */
public final class Postgres implements AutoCloseable {

    private static final String NAME = "postgres";

    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts one on a port. */
    public static Postgres start(int port) {
        try {
            return new Postgres(EmbeddedPostgres.builder().setPort(port).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a distribution use the server on this port. */
    public static Distribution use(Distribution distribution, int port) {
        return distribution
                .with("GATEWRIGHT_POSTGRESQL__HOST", "127.0.0.1")
                .with("GATEWRIGHT_POSTGRESQL__PORT", String.valueOf(port))
                .with("GATEWRIGHT_POSTGRESQL__NAME", NAME)
                .with("GATEWRIGHT_POSTGRESQL__USER", NAME)
                .with("GATEWRIGHT_POSTGRESQL__PASSWORD", NAME);
    }

    /** Returns the number and a digest of the rows of each table, and the state of each sequence, by their names. */
    public Map<String, String> content() {
        Map<String, String> content = new TreeMap<>();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                content.put(table, rows(statement, table));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return content;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        String query = "SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c"
                + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE c.relkind IN ('r', 'S') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')";
        List<String> tables = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                tables.add(result.getString(1));
            }
        }
        return tables;
    }

    private static String rows(Statement statement, String table) throws SQLException {
        String query = "SELECT count(*) || ' ' || coalesce(md5(string_agg(line, '|' ORDER BY line)), '')"
                + " FROM (SELECT row(t.*)::text AS line FROM " + table + " t) AS lines";
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
