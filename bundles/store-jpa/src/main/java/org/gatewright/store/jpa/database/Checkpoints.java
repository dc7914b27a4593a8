package org.gatewright.store.jpa.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.gatewright.store.jpa.transaction.Durability;
import org.jspecify.annotations.Nullable;

/**
 * Writes the embedded database to its file on a connection of its own. H2 can do so by itself at each commit, but then it never uses the space of old pages
 * again: 30 KB a commit for ever.
 */
final class Checkpoints implements Durability {

    private final DataSource source;
    private @Nullable Connection connection;

    Checkpoints(DataSource source) {
        this.source = source;
    }

    /** Hands the pages to the operating system: they survive the death of the process. */
    @Override
    public void ensure() throws SQLException {
        execute("CHECKPOINT");
    }

    /** Waits for the disk: they survive the loss of power. */
    void sync() throws SQLException {
        execute("CHECKPOINT SYNC");
    }

    synchronized void close() throws SQLException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    private synchronized void execute(String sql) throws SQLException {
        Connection open = connection == null || connection.isClosed() ? source.getConnection() : connection;
        connection = open;
        try (Statement statement = open.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            connection = null;
            open.close();
            throw e;
        }
    }
}
