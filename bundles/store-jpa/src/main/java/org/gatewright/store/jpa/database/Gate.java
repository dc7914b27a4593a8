package org.gatewright.store.jpa.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import org.slf4j.LoggerFactory;

/**
 * The way to a database in this process, closed after a failure until the last connection from before it is gone. H2 finds an open database by the name of its
 * file: a late failure on an old connection would shut the door behind the database that was opened since, and nobody could ever open it again.
 */
final class Gate implements DataSource {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final ConnectionPoolDataSource source;
    private boolean closed;
    private int inside;

    Gate(ConnectionPoolDataSource source) {
        this.source = source;
    }

    /** Lets nobody in any more. */
    synchronized void close() {
        closed = true;
    }

    /** Lets connections in again; refused while one is open from before. */
    synchronized void open() throws SQLException {
        if (closed && inside > 0) {
            throw refusal();
        }
        closed = false;
    }

    @Override
    public Connection getConnection() throws SQLException {
        enter();
        try {
            PooledConnection physical = source.getPooledConnection();
            physical.addConnectionEventListener(new Exit(physical));
            return physical.getConnection();
        } catch (SQLException | RuntimeException e) {
            leave();
            throw e;
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("The embedded database has one user");
    }

    private synchronized void enter() throws SQLException {
        if (closed) {
            throw refusal();
        }
        inside++;
    }

    private synchronized void leave() {
        inside--;
    }

    private SQLException refusal() {
        return new SQLException(
                "The database failed; it is opened anew once its " + inside + " old connections are closed", "08003");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        source.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return source.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("This wraps no " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }

    /** Closes the connection behind the one that was handed out. */
    private final class Exit implements ConnectionEventListener {

        private final PooledConnection physical;

        Exit(PooledConnection physical) {
            this.physical = physical;
        }

        @Override
        public void connectionClosed(ConnectionEvent event) {
            try {
                physical.removeConnectionEventListener(this);
                physical.close();
            } catch (SQLException e) {
                LOG.debug("A connection to a broken database did not close well", e);
            } finally {
                leave();
            }
        }

        @Override
        public void connectionErrorOccurred(ConnectionEvent event) {
            LOG.debug("A connection failed", event.getSQLException());
        }
    }
}
