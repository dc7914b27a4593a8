package org.gatewright.store.jpa.database;

import java.sql.SQLException;
import org.gatewright.store.jpa.transaction.Durability;

/** Lets many threads share a flush: it takes as long for one commit as for a hundred. */
final class GroupFlush implements Durability {

    private final Durability flush;
    private long wanted;
    private long flushed;
    private boolean running;

    GroupFlush(Durability flush) {
        this.flush = flush;
    }

    @Override
    public void ensure() throws SQLException {
        long mine = register();
        while (true) {
            long upTo = waitOrLead(mine);
            if (upTo == 0) {
                return;
            }
            lead(upTo);
        }
    }

    private synchronized long register() {
        return ++wanted;
    }

    /** Returns 0 if somebody else has flushed for this thread; else what this thread has to flush for. */
    private synchronized long waitOrLead(long mine) throws SQLException {
        try {
            while (flushed < mine && running) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while the commit was written", "08000", e);
        }
        if (flushed >= mine) {
            return 0;
        }
        running = true;
        return wanted;
    }

    private void lead(long upTo) throws SQLException {
        boolean done = false;
        try {
            flush.ensure();
            done = true;
        } finally {
            end(done ? upTo : 0);
        }
    }

    private synchronized void end(long upTo) {
        flushed = Math.max(flushed, upTo);
        running = false;
        notifyAll();
    }
}
