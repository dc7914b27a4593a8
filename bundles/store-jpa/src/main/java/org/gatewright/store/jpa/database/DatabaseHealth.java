package org.gatewright.store.jpa.database;

import org.gatewright.port.health.Health;
import org.gatewright.port.health.HealthCheck;

/** What is known about the database. */
final class DatabaseHealth implements HealthCheck {

    private volatile Health state = new Health(false, "The database is being opened. Wait a moment.");

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Health check() {
        return state;
    }

    synchronized void ready(String words) {
        state = new Health(true, words);
    }

    /** Tells whether the sentence is news. */
    synchronized boolean notReady(String sentence) {
        Health before = state;
        state = new Health(false, sentence);
        return !state.equals(before);
    }
}
