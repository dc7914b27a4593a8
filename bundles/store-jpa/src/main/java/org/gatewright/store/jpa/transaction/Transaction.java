package org.gatewright.store.jpa.transaction;

import java.util.ArrayList;
import java.util.List;
import javax.persistence.EntityManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One transaction of one thread. */
final class Transaction {

    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    private final EntityManager entities;
    private final Statements statements;
    private final List<Runnable> afterCommit = new ArrayList<>();

    Transaction(EntityManager entities, PreparedQueries prepared) {
        this.entities = entities;
        this.statements = new Statements(entities, prepared, true);
        entities.getTransaction().begin();
    }

    Statements statements() {
        return statements;
    }

    void afterCommit(Runnable work) {
        afterCommit.add(work);
    }

    void doom() {
        if (entities.getTransaction().isActive()) {
            entities.getTransaction().setRollbackOnly();
        }
    }

    void commit() {
        if (entities.getTransaction().getRollbackOnly()) {
            throw new IllegalStateException("A statement of the transaction had failed; it can only be rolled back.");
        }
        entities.getTransaction().commit();
    }

    /** Rolls back what was not committed. */
    void close() {
        try {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
        } catch (RuntimeException e) {
            LOG.debug("The rollback failed; the database rolls back when the connection is gone", e);
        } finally {
            entities.close();
        }
    }

    /** Runs what waited for the commit. The work is stored, so a failure here does not reach the caller. */
    void committed() {
        for (Runnable work : afterCommit) {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("What was stored could not be made known: {}", e.getMessage(), e);
            }
        }
    }
}
