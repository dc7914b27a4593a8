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

    void ready(String words) {
        state = new Health(true, words);
    }

    void notReady(String sentence) {
        state = new Health(false, sentence);
    }
}
