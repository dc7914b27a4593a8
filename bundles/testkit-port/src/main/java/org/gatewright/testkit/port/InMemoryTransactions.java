package org.gatewright.testkit.port;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.store.Transactions;
import org.gatewright.port.store.UniqueException;
import org.gatewright.spi.error.GatewrightException;

/** Runs one transaction after the other, and undoes all that a failed one wrote. */
final class InMemoryTransactions implements Transactions {

    private final ReentrantLock lock = new ReentrantLock(true);
    private final List<Table<?, ?>> tables = new ArrayList<>();
    private List<Runnable> hooks = new ArrayList<>();
    private boolean doomed;
    private volatile boolean available = true;

    <K, V> Table<K, V> table() {
        Table<K, V> table = new Table<>();
        tables.add(table);
        return table;
    }

    void available(boolean now) {
        available = now;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        if (lock.isHeldByCurrentThread()) {
            return joined(work);
        }
        List<Runnable> after;
        T result;
        lock.lock();
        try {
            result = outermost(work);
            after = hooks;
        } finally {
            hooks = new ArrayList<>();
            doomed = false;
            lock.unlock();
        }
        after.forEach(Runnable::run);
        return result;
    }

    @Override
    public void afterCommit(Runnable work) {
        if (lock.isHeldByCurrentThread()) {
            hooks.add(work);
        } else {
            work.run();
        }
    }

    private <T> T outermost(Supplier<T> work) {
        boolean committed = false;
        try {
            T result = joined(work);
            if (doomed) {
                throw new IllegalStateException("a transaction after a UniqueException can only be rolled back");
            }
            tables.forEach(Table::commit);
            committed = true;
            return result;
        } finally {
            if (!committed) {
                tables.forEach(Table::rollback);
            }
        }
    }

    private <T> T joined(Supplier<T> work) {
        if (!available) {
            throw new GatewrightException(CommonError.STORE_UNAVAILABLE, "The database does not answer.");
        }
        try {
            return work.get();
        } catch (UniqueException e) {
            doomed = true;
            throw e;
        }
    }
}
