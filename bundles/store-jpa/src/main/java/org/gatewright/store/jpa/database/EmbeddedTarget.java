package org.gatewright.store.jpa.database;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.gatewright.store.jpa.transaction.Durability;
import org.gatewright.store.jpa.transaction.Failures;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded database in a folder of its own. */
final class EmbeddedTarget implements Target {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedTarget.class);

    private static final int DATABASE_IS_CLOSED = 90098;

    /** TIME ZONE: moments do not depend on the summer time of the machine. No trace file: it would show values. */
    private static final String COMMON =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;TIME ZONE=UTC"
                    + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";

    /** RETENTION_TIME: old pages may be written over once a younger state is on the disk for certain, see {@link #maintain}. */
    private static final String OPTIONS = COMMON + ";DB_CLOSE_DELAY=-1;RETENTION_TIME=15000;LOCK_TIMEOUT=10000";

    private final Path folder;
    private final JdbcDataSource source = new JdbcDataSource();
    private final Checkpoints checkpoints = new Checkpoints(source);
    private final Durability durability = new GroupFlush(checkpoints);

    EmbeddedTarget(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        configure(source, OPTIONS);
    }

    private void configure(JdbcDataSource of, String options) {
        of.setURL("jdbc:h2:file:" + folder.resolve("gatewright") + options);
        of.setUser("gatewright");
        of.setPassword("");
    }

    @Override
    public String description() {
        return "the embedded database in " + folder;
    }

    @Override
    public String advice(SQLException failure) {
        if (Failures.isDiskFull(failure)) {
            return "The disk is full. Make space below " + folder + ".";
        }
        return failure.getErrorCode() == 90020
                ? "Another process uses it. Stop the other server that runs on the same data folder."
                : "Check that the folder can be written and that its file system works.";
    }

    @Override
    public DataSource dataSource() {
        return source;
    }

    @Override
    public String platform() {
        return BindingH2Platform.class.getName();
    }

    @Override
    public Optional<Connection> peek() {
        if (!Files.exists(folder.resolve("gatewright.mv.db"))) {
            return Optional.empty();
        }
        JdbcDataSource reading = new JdbcDataSource();
        configure(reading, COMMON + ";DB_CLOSE_DELAY=0;ACCESS_MODE_DATA=r");
        try {
            return Optional.of(reading.getConnection());
        } catch (SQLException e) {
            LOG.debug("{} cannot be opened for reading only: {}", description(), e.getMessage());
            return Optional.empty(); // whether it can be opened for writing is seen next
        }
    }

    @Override
    public Connection alone() throws SQLException {
        try {
            createFolder();
        } catch (IOException e) {
            throw new SQLException("The folder " + folder + " cannot be made: " + e.getMessage(), "58030", e);
        }
        return source.getConnection(); // the file is locked by this process
    }

    @Override
    public Durability durability() {
        return durability;
    }

    @Override
    public void maintain() throws SQLException {
        checkpoints.sync();
    }

    /** H2 closes its store when a write fails, and stays there closed until it is shut down. The next connection opens it anew. */
    @Override
    public void revive(SQLException failure) {
        if (!isClosed(failure)) {
            return;
        }
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException e) {
            LOG.info("{} is opened anew: {}", description(), e.getMessage());
        }
    }

    /** The pool and H2 itself wrap it. */
    private static boolean isClosed(SQLException failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && sql.getErrorCode() == DATABASE_IS_CLOSED
                        || cause instanceof MVStoreException);
    }

    @Override
    public void close() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            checkpoints.close();
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            LOG.warn("{} did not close well, it repairs itself at the next start: {}", description(), e.getMessage());
        }
    }

    private void createFolder() throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }
}
