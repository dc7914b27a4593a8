package org.gatewright.port.store;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/** Transactions of the database, bound to the thread. */
@ProviderType
public interface Transactions {

    /**
     * Runs the work in the thread's transaction, or in a new one that is committed at its end and rolled back if it throws. Isolation is read committed.
     *
     * @throws org.gatewright.spi.error.GatewrightException with {@code STORE_UNAVAILABLE} if the database does not answer
     */
    <T> T call(Supplier<T> work);

    /** Runs the work like {@link #call}. */
    default void run(Runnable work) {
        call(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** Runs the work after the thread's transaction has committed, not at all if it is rolled back; at once outside of a transaction. */
    void afterCommit(Runnable work);
}
