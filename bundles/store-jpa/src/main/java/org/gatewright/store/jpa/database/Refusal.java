package org.gatewright.store.jpa.database;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the server because it must not use the database: says why, stops the framework in order, exits with a code of its own. */
final class Refusal implements Consumer<String> {

    static final int EXIT_CODE = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Refusal.class);

    private final BundleContext context;

    Refusal(BundleContext context) {
        this.context = context;
    }

    @Override
    public void accept(String sentence) {
        LOG.error("{}", sentence);
        System.err.println("gatewright: " + sentence);
        System.err.flush();
        Framework framework = context.getBundle(0).adapt(Framework.class);
        // the exit code is decided first; the framework is stopped while the virtual machine goes down
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(framework), "gatewright-refusal"));
        new Thread(() -> System.exit(EXIT_CODE), "gatewright-exit").start();
    }

    private static void stop(Framework framework) {
        try {
            framework.stop();
            framework.waitForStop(TimeUnit.SECONDS.toMillis(15));
        } catch (BundleException e) {
            LOG.warn("The framework did not stop: {}", e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
