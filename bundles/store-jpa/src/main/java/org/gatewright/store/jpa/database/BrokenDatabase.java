package org.gatewright.store.jpa.database;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** Tells whether the embedded database has failed as a whole, so that no connection from before works ever again. */
final class BrokenDatabase {

    private static final Set<Integer> BROKEN = Set.of(
            ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
            ErrorCode.DATABASE_ALREADY_OPEN_1,
            ErrorCode.IO_EXCEPTION_1,
            ErrorCode.IO_EXCEPTION_2,
            ErrorCode.FILE_CORRUPTED_1);

    private BrokenDatabase() {}

    /** Looks at all causes: the pool and H2 itself wrap. */
    static boolean isMeantBy(SQLException failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(BrokenDatabase::isMeantBy);
    }

    private static boolean isMeantBy(Throwable cause) {
        return cause instanceof SQLException sql && BROKEN.contains(sql.getErrorCode())
                || cause instanceof MVStoreException store && isOfStore(store.getErrorCode());
    }

    /** The others are of one transaction: locked, deadlock. */
    private static boolean isOfStore(int code) {
        return code < DataUtils.ERROR_TRANSACTION_CORRUPT || code == DataUtils.ERROR_TRANSACTION_CORRUPT;
    }
}
