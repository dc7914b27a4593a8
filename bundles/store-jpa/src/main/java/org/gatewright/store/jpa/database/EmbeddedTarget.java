package org.gatewright.store.jpa.database;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.gatewright.store.jpa.transaction.Durability;
import org.gatewright.store.jpa.transaction.Failures;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded database in a folder of its own. */
final class EmbeddedTarget implements Target {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedTarget.class);

    /** TIME ZONE: moments do not depend on the summer time of the machine. No trace file: it would show values. */
    private static final String COMMON =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;TIME ZONE=UTC"
                    + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";

    /** RETENTION_TIME: old pages may be written over once a younger state is on the disk for certain, see {@link #maintain}. */
    private static final String OPTIONS =
            COMMON + ";DB_CLOSE_DELAY=0;RETENTION_TIME=15000;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=256";

    private final Path folder;
    private final Gate gate;
    private @Nullable Checkpoints checkpoints;
    private Durability durability = EmbeddedTarget::refuse;

    EmbeddedTarget(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        JdbcDataSource source = new JdbcDataSource();
        configure(source, OPTIONS);
        this.gate = new Gate(source);
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
        return gate;
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
        leave();
        enter();
        return gate.getConnection(); // the file is locked by this process
    }

    @Override
    public synchronized Durability durability() {
        return durability;
    }

    @Override
    public void maintain() throws SQLException {
        Checkpoints open = checkpoints();
        if (open == null) {
            throw refusal();
        }
        open.sync();
    }

    /** H2 closes its store when a write fails, and every connection to it has to go before it can be opened anew. */
    @Override
    public void lost(SQLException failure) {
        if (BrokenDatabase.isMeantBy(failure)) {
            gate.close();
            leave();
        }
    }

    @Override
    public void revive() throws SQLException {
        if (checkpoints() == null) {
            enter();
        }
    }

    @Override
    public void close() {
        Checkpoints open = checkpoints();
        if (open == null) {
            return;
        }
        try {
            open.shutdown();
        } catch (SQLException e) {
            LOG.warn("{} did not close well, it repairs itself at the next start: {}", description(), e.getMessage());
        } finally {
            leave();
        }
    }

    private synchronized @Nullable Checkpoints checkpoints() {
        return checkpoints;
    }

    private synchronized void enter() throws SQLException {
        gate.open();
        try {
            Checkpoints entered = Checkpoints.over(gate);
            checkpoints = entered;
            durability = new GroupFlush(entered);
        } catch (SQLException e) {
            gate.close();
            throw e;
        }
    }

    private void leave() {
        Checkpoints left = forget();
        if (left != null) {
            left.close();
        }
    }

    private synchronized @Nullable Checkpoints forget() {
        Checkpoints open = checkpoints;
        checkpoints = null;
        durability = EmbeddedTarget::refuse;
        return open;
    }

    private static void refuse() throws SQLException {
        throw refusal();
    }

    private static SQLException refusal() {
        return new SQLException("It is not open", "08003");
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
