package org.gatewright.kernel.directory;

import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.health.Health;
import org.gatewright.port.health.HealthCheck;
import org.gatewright.port.plugins.CatalogueListener;
import org.gatewright.port.plugins.CatalogueSnapshot;
import org.gatewright.spi.error.GatewrightException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries to make the first administrator until that works: the hasher's plug-in or the database may not be there yet. */
@Component(
        service = {HealthCheck.class, CatalogueListener.class},
        immediate = true)
public final class BootstrapRun implements HealthCheck, CatalogueListener {

    private static final Logger LOG = LoggerFactory.getLogger(BootstrapRun.class);
    private static final Map<String, String> VARIABLES = Map.of(
            "password", "GATEWRIGHT_BOOTSTRAP_PASSWORD",
            "email", "GATEWRIGHT_BOOTSTRAP_EMAIL",
            "key", "GATEWRIGHT_BOOTSTRAP_TOKEN");
    private static final Health DONE = new Health(true, "done");

    private final Bootstrap bootstrap;
    private final ScheduledExecutorService thread;
    private volatile Health health;

    /** Begins, if the settings ask for it. */
    @Activate
    public BootstrapRun(@Reference Bootstrap bootstrap) {
        this(bootstrap, Executors.newSingleThreadScheduledExecutor(BootstrapRun::daemon));
        if (bootstrap.isWanted()) {
            thread.scheduleWithFixedDelay(this::attempt, 0, 1, TimeUnit.SECONDS);
        }
    }

    BootstrapRun(Bootstrap bootstrap, ScheduledExecutorService thread) {
        this.bootstrap = bootstrap;
        this.thread = thread;
        this.health = bootstrap.isWanted() ? new Health(false, "The first administrator is being made.") : DONE;
        if (bootstrap.isAddressOnly()) {
            LOG.warn(
                    "GATEWRIGHT_BOOTSTRAP_EMAIL alone makes no administrator: set GATEWRIGHT_BOOTSTRAP_PASSWORD or _TOKEN too");
        }
    }

    /** Stops trying. */
    @Deactivate
    public void stop() {
        thread.shutdownNow();
    }

    @Override
    public String name() {
        return "bootstrap";
    }

    @Override
    public Health check() {
        return health;
    }

    @Override
    public void catalogueChanged(CatalogueSnapshot snapshot) {
        if (!health.ready() && !thread.isShutdown()) {
            thread.execute(this::attempt);
        }
    }

    void attempt() {
        if (health.ready()) {
            thread.shutdown();
            return;
        }
        try {
            bootstrap.run();
            health = DONE;
        } catch (InvalidFieldsException e) {
            // any other field: the default blueprints have just made the same group, and the next try finds it
            boolean ofVariable = VARIABLES.keySet().containsAll(e.fields().keySet());
            waiting(ofVariable ? sentence(e) : "The first administrator waits: " + e.detail(), ofVariable);
        } catch (GatewrightException e) {
            waiting("The first administrator waits: " + e.detail(), false);
        } catch (RuntimeException e) {
            LOG.debug("The first administrator could not be made", e);
            waiting("The first administrator could not be made: " + e.getMessage(), true);
        }
    }

    private void waiting(String sentence, boolean somebodyMustAct) {
        if (!sentence.equals(health.message())) {
            if (somebodyMustAct) {
                LOG.error("{}", sentence);
            } else {
                LOG.info("{}", sentence);
            }
        }
        health = new Health(false, sentence);
    }

    private static String sentence(InvalidFieldsException e) {
        StringBuilder text = new StringBuilder();
        e.fields().forEach((field, sentences) -> {
            text.append(VARIABLES.get(field)).append(": ").append(String.join(" ", sentences));
        });
        return text.append(" Correct it and start again.").toString();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "gatewright-bootstrap");
        thread.setDaemon(true);
        return thread;
    }
}
