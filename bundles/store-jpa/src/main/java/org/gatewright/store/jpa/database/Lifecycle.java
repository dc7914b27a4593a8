package org.gatewright.store.jpa.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.persistence.PersistenceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the thread of the database does: opens it, however long that takes, then watches it until the end. */
final class Lifecycle implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);
    private static final Duration WATCH = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Target target;
    private final Opening opening;
    private final DatabaseHealth health;
    private final Supplier<Service> service;
    private final Pause pause;
    private final Consumer<String> refusal;

    /**
     * Puts the parts together.
     *
     * @param service makes the service of the opened database
     * @param refusal ends the server, with a sentence
     */
    Lifecycle(
            Target target,
            Opening opening,
            DatabaseHealth health,
            Supplier<Service> service,
            Pause pause,
            Consumer<String> refusal) {
        this.target = target;
        this.opening = opening;
        this.health = health;
        this.service = service;
        this.pause = pause;
        this.refusal = refusal;
    }

    @Override
    public void run() {
        try {
            while (opened() && !served()) {
                LOG.debug("The database went away between the check and the first use");
            }
        } catch (WrongKeyException e) {
            health.notReady(e.sentence());
            refusal.accept(e.sentence());
        } catch (InterruptedException e) {
            LOG.debug("Interrupted; the database is given up");
        } catch (RuntimeException e) {
            LOG.error("The database cannot be used: {}", e.getMessage(), e);
            health.notReady("The database cannot be used: " + e.getMessage() + ". See the log.");
        }
    }

    private boolean opened() throws WrongKeyException, InterruptedException {
        Duration delay = Duration.ofSeconds(1);
        while (true) {
            try {
                opening.run();
                return true;
            } catch (SQLException e) {
                String sentence = Sentences.unreachable(target, e);
                health.notReady(sentence);
                LOG.warn("{} The next try is in {} s.", sentence, delay.toSeconds());
            }
            if (!pause.pause(delay)) {
                return false;
            }
            delay = delay.multipliedBy(2).compareTo(LONGEST) < 0 ? delay.multipliedBy(2) : LONGEST;
        }
    }

    /** Returns true at the end; false, after a while, if it went wrong at once. */
    private boolean served() throws InterruptedException {
        Service open;
        try {
            open = service.get();
        } catch (PersistenceException e) {
            LOG.error("The database cannot be used, the next try is in {} s", LONGEST.toSeconds(), e);
            health.notReady("The database cannot be used: " + e.getMessage() + ". See the log.");
            return !pause.pause(LONGEST);
        }
        try {
            LOG.info("The database is ready: {}", target.description());
            while (pause.pause(WATCH)) {
                open.watch();
            }
            return true;
        } finally {
            open.close();
        }
    }
}
