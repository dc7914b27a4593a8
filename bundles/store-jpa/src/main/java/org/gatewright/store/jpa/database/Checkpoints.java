package org.gatewright.store.jpa.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.gatewright.store.jpa.transaction.Durability;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the embedded database, as it was opened once, to its file. H2 can do so by itself at each commit, but then it never uses the space of old pages again:
 * 30 KB a commit for ever. The connection is never replaced: on another one the database may be another opening, which knows nothing of the commits of this.
 */
final class Checkpoints implements Durability {

    /** A change, so that H2 waits for what it writes in the background before: without one it finds nothing to do. */
    private static final String TOUCH = "UPDATE installation SET schema_digest = schema_digest WHERE id = 1";

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final Connection connection;

    private Checkpoints(Connection connection) {
        this.connection = connection;
    }

    /** Opens the connection; the database stays open as long as this does. */
    static Checkpoints over(DataSource source) throws SQLException {
        return new Checkpoints(source.getConnection());
    }

    /** Hands the pages to the operating system: they survive the death of the process. */
    @Override
    public void ensure() throws SQLException {
        execute(TOUCH, "CHECKPOINT");
    }

    /** Waits for the disk: they survive the loss of power. */
    void sync() throws SQLException {
        execute(TOUCH, "CHECKPOINT SYNC");
    }

    /** Closes the database, whoever uses it. */
    void shutdown() throws SQLException {
        execute("SHUTDOWN");
    }

    synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("The connection to a broken database did not close well", e);
        }
    }

    private synchronized void execute(String... commands) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }
}
