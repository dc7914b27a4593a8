package org.gatewright.store.jpa.transaction;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.persistence.PersistenceException;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.store.UniqueException;
import org.gatewright.spi.error.GatewrightException;
import org.jspecify.annotations.Nullable;

/** Turns what the drivers and EclipseLink throw into our errors. Knows the SQL states of PostgreSQL and of H2. */
public final class Failures {

    private static final Pattern UNIQUE = Pattern.compile("uq_[a-z_]+?__([a-z]+)", Pattern.CASE_INSENSITIVE);

    /** PostgreSQL: shutting down, starting up, crashed; H2: closed, broken file, shut down, read only, out of memory. */
    private static final Set<String> UNAVAILABLE = Set.of(
            "57P01", "57P02", "57P03", "90007", "90028", "90030", "90031", "90067", "90097", "90098", "90108", "90121",
            "90128", "25006", "90020");

    private static final Set<String> CONFLICT = Set.of("40001", "40P01", "55P03", "HYT00", "57014", "90131");

    private Failures() {}

    /** Returns the exception to throw instead. */
    public static RuntimeException translate(RuntimeException failure) {
        if (failure instanceof GatewrightException || failure instanceof UniqueException) {
            return failure;
        }
        Optional<SQLException> sql = sql(failure);
        if (sql.isPresent()) {
            return translate(sql.get(), failure);
        }
        return failure instanceof PersistenceException
                        || failure instanceof org.eclipse.persistence.exceptions.DatabaseException
                ? failed(failure)
                : failure;
    }

    private static RuntimeException translate(SQLException sql, RuntimeException failure) {
        String state = state(sql);
        if (state.equals("23505")) {
            return new UniqueException(constraint(sql), failure);
        }
        if (state.equals("23503") || state.equals("23506")) {
            return new GatewrightException(
                    StoreError.REFERENCE_GONE, "Something that this refers to does not exist any more.", failure);
        }
        if (isUnavailable(sql)) {
            return new GatewrightException(CommonError.STORE_UNAVAILABLE, "The database does not answer.", failure);
        }
        if (CONFLICT.contains(state)) {
            return new GatewrightException(
                    CommonError.CONFLICT,
                    "Somebody else changed the same thing at the same moment. Try again.",
                    failure);
        }
        return failed(failure);
    }

    /** Tells whether a translated failure came from the database, rather than from the work in the transaction. */
    static boolean isOfDatabase(RuntimeException translated) {
        return translated instanceof UniqueException || sql(translated).isPresent();
    }

    /** Tells whether the database as a whole does not work, rather than one statement. */
    public static boolean isUnavailable(SQLException sql) {
        String state = state(sql);
        return sql instanceof SQLTransientConnectionException
                || sql instanceof SQLNonTransientConnectionException
                || sql instanceof SQLRecoverableException
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("58")
                || UNAVAILABLE.contains(state)
                || isDiskFull(sql);
    }

    /** Tells whether the file system of the database is full. */
    public static boolean isDiskFull(SQLException sql) {
        for (Throwable cause = sql; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("No space left on device")
                    || message.contains("File too large")
                    || message.contains("Disk quota exceeded")
                    || cause instanceof SQLException part && state(part).equals("53100")) {
                return true;
            }
        }
        return false;
    }

    /** Returns the first exception of the driver among the causes. */
    public static Optional<SQLException> sql(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }

    private static GatewrightException failed(RuntimeException failure) {
        return new GatewrightException(StoreError.FAILED, "The database refused a statement.", failure);
    }

    private static String constraint(SQLException sql) {
        Matcher matcher = UNIQUE.matcher(String.valueOf(sql.getMessage()));
        return matcher.find() ? matcher.group(1).toLowerCase(java.util.Locale.ROOT) : "id";
    }

    private static String state(SQLException sql) {
        return sql.getSQLState() == null ? "" : sql.getSQLState();
    }
}
