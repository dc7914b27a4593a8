package org.gatewright.store.jpa.database;

import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DatabaseChangelogCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;
import liquibase.ui.LoggerUIService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the schema to that of this release, on a connection that no other node migrates beside. */
final class Migration {

    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);

    private Migration() {}

    /** Runs the change sets that have not run yet. */
    static void run(Connection connection) throws SQLException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(Scope.class.getClassLoader());
        try {
            Scope.child(
                    Map.of(
                            Scope.Attr.resourceAccessor.name(), new ChangeLogAccessor(),
                            Scope.Attr.ui.name(), new LoggerUIService()),
                    () -> update(connection));
        } catch (SQLException e) {
            throw e;
        } catch (Exception e) { // what Scope.child declares
            throw new SQLException("The schema could not be changed: " + e.getMessage(), e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static void update(Connection connection) throws Exception {
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        releaseStaleLock(database);
        new CommandScope(UpdateCommandStep.COMMAND_NAME)
                .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, ChangeLog.PATH)
                .addArgumentValue(DatabaseChangelogCommandStep.CHANGELOG_FILE_ARG, ChangeLog.PATH)
                .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF)
                .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY_OUTPUT, UpdateSummaryOutputEnum.LOG)
                .setOutput(OutputStream.nullOutputStream())
                .execute();
    }

    /** We are alone, so whoever holds Liquibase's own lock has died. */
    private static void releaseStaleLock(Database database) throws LiquibaseException {
        LockService locks = LockServiceFactory.getInstance().getLockService(database);
        locks.init();
        if (locks.listLocks().length > 0) {
            LOG.warn(
                    "A server died while it changed the schema. Its lock is released and the work goes on where it ended.");
            locks.forceReleaseLock();
        }
    }
}
