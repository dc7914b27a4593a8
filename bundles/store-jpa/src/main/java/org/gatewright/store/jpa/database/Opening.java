package org.gatewright.store.jpa.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One try to make the database usable: reach it, see that it is ours, migrate it. */
final class Opening {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private final Target target;
    private final Installation installation;

    Opening(Target target, Installation installation) {
        this.target = target;
        this.installation = installation;
    }

    /** Tries it. */
    void run() throws SQLException, WrongKeyException {
        Optional<Connection> peek = target.peek();
        if (peek.isPresent()) {
            try (Connection reading = peek.get()) {
                requireOurs(reading);
            }
        }
        try (Connection connection = target.alone()) {
            requireOurs(connection);
            migrate(connection);
        }
    }

    private void requireOurs(Connection connection) throws SQLException, WrongKeyException {
        if (!installation.isOurs(connection)) {
            throw new WrongKeyException(target.description());
        }
    }

    private void migrate(Connection connection) throws SQLException {
        String digest = ChangeLog.digest();
        if (!installation.hasSchema(connection, digest)) {
            LOG.info("Bringing the schema of {} up to date", target.description());
            Migration.run(connection);
            connection.setAutoCommit(true);
            installation.migrated(connection, digest);
        }
    }
}
