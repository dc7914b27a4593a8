package org.gatewright.kernel.plugins.lifecycle;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.gatewright.port.plugins.Lease;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.stage.Stage;

/** Somebody who needs the type without pause. */
final class Poller implements AutoCloseable {

    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong leases = new AtomicLong();
    private final Thread thread;
    private volatile boolean over;

    Poller(PluginCatalogue catalogue) {
        thread = new Thread(() -> poll(catalogue));
        thread.start();
    }

    private void poll(PluginCatalogue catalogue) {
        while (!over) {
            try (Lease<Stage> lease = catalogue.lease(Kind.STAGE, "echo", Stage.class)) {
                lease.call(stage -> stage.getClass());
                leases.incrementAndGet();
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
    }

    Queue<Throwable> failures() {
        return failures;
    }

    long leases() {
        return leases.get();
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        thread.join();
    }
}
