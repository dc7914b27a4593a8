package org.gatewright.store.jpa.transaction;

import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.PersistenceException;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.plugins.Shelter;
import org.gatewright.spi.error.GatewrightException;
import org.jspecify.annotations.Nullable;

/** Runs work in the transaction of the thread, or in one of its own. */
public final class Jpa {

    private final EntityManagerFactory factory;
    private final PreparedQueries prepared;
    private final Supplier<Durability> durability;
    private final Consumer<GatewrightException> lost;
    private final ThreadLocal<@Nullable Transaction> current = new ThreadLocal<>();

    /**
     * Over a factory.
     *
     * @param durability says, before a transaction is begun, what is to be done after it if it wrote
     * @param lost is told each time the database did not answer
     */
    public Jpa(EntityManagerFactory factory, Supplier<Durability> durability, Consumer<GatewrightException> lost) {
        this.factory = factory;
        this.prepared = new PreparedQueries(factory);
        this.durability = durability;
        this.lost = lost;
    }

    /** Reads: in the thread's transaction if there is one, else without. */
    public <T> T read(Function<Statements, T> work) {
        Transaction running = current.get();
        return running == null ? alone(work) : joined(running, work);
    }

    /** Reads and writes: in the thread's transaction, or in a new one. */
    public <T> T write(Function<Statements, T> work) {
        Transaction running = current.get();
        return running == null ? begun(work) : joined(running, work);
    }

    /** Writes like {@link #write}. */
    public void run(Consumer<Statements> work) {
        write(statements -> {
            work.accept(statements);
            return Boolean.TRUE;
        });
    }

    /** Runs the work after the commit, or at once outside of a transaction. */
    void afterCommit(Runnable work) {
        Transaction running = current.get();
        if (running == null) {
            work.run();
        } else {
            running.afterCommit(work);
        }
    }

    private <T> T alone(Function<Statements, T> work) {
        return guarded(() -> {
            EntityManager entities = factory.createEntityManager();
            try {
                return work.apply(new Statements(entities, prepared, false));
            } finally {
                entities.close();
            }
        });
    }

    private <T> T joined(Transaction running, Function<Statements, T> work) {
        try {
            return guarded(() -> work.apply(running.statements()));
        } catch (RuntimeException e) {
            if (Failures.isOfDatabase(e)) {
                running.doom(); // even if a caller catches this: PostgreSQL runs no further statement
            }
            throw e;
        }
    }

    private <T> T begun(Function<Statements, T> work) {
        Transaction[] begun = new Transaction[1];
        T result = guarded(() -> {
            Durability promised = durability.get();
            Transaction transaction = new Transaction(factory.createEntityManager(), prepared);
            begun[0] = transaction;
            T value = within(transaction, work);
            if (transaction.statements().haveWritten()) {
                ensure(promised);
            }
            return value;
        });
        begun[0].committed();
        return result;
    }

    private <T> T within(Transaction transaction, Function<Statements, T> work) {
        current.set(transaction);
        try {
            T result = work.apply(transaction.statements());
            transaction.commit();
            return result;
        } finally {
            current.remove();
            transaction.close();
        }
    }

    private static void ensure(Durability durability) {
        try {
            durability.ensure();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private <T> T guarded(Supplier<T> work) {
        try {
            return Shelter.in(work);
        } catch (RuntimeException e) {
            RuntimeException translated = Failures.translate(e);
            if (translated != e
                    && translated instanceof GatewrightException failure
                    && failure.code() == CommonError.STORE_UNAVAILABLE) {
                lost.accept(failure);
            }
            throw translated;
        }
    }
}
