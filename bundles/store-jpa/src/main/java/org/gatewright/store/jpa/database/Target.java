package org.gatewright.store.jpa.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.gatewright.port.settings.Settings;
import org.gatewright.store.jpa.transaction.Durability;

/** The database that the settings choose. */
interface Target {

    /** Chooses PostgreSQL if it has a host, else the embedded database. */
    static Target of(Settings settings) {
        return settings.get("postgresql", "host").isPresent()
                ? PostgresTarget.of(settings)
                : new EmbeddedTarget(settings.data().resolve("db"));
    }

    /** Says which database this is and as whom it is used; nothing secret. */
    String description();

    /** Says in a sentence what to do about the failure. */
    String advice(SQLException failure);

    /** Returns new connections, without a pool. */
    DataSource dataSource();

    /** Returns EclipseLink's name of the database. */
    String platform();

    /** Opens a connection for reading only, if another one would change something merely by being opened. */
    Optional<Connection> peek();

    /** Opens the connection that migrates; no other node does so until it is closed. */
    Connection alone() throws SQLException;

    /** Returns what a commit needs besides that is begun now, and that must not outlive the database as it is open now. */
    Durability durability();

    /** Called every few seconds while the database works. */
    void maintain() throws SQLException;

    /** Hears that the database failed. Any thread may say so, and late. */
    void lost(SQLException failure);

    /** Opens a database again that failed; called every few seconds until one can write. */
    void revive() throws SQLException;

    /** Ends the use by this process. */
    void close();
}
