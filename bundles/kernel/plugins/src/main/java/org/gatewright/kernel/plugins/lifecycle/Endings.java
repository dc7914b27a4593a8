package org.gatewright.kernel.plugins.lifecycle;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gatewright.kernel.plugins.PluginVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Versions that are being stopped, each on a thread of its own: foreign code runs then, which may never return. */
final class Endings {

    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);

    private final Duration patience;
    private final Map<PluginVersion, Thread> threads = new ConcurrentHashMap<>();

    Endings(Duration patience) {
        this.patience = patience;
    }

    /** Tells whether the version is still being stopped. */
    boolean isUnderWay(PluginVersion version) {
        return threads.containsKey(version);
    }

    /** Stops the version, and waits for that within the time; true if it has stopped. */
    boolean run(PluginVersion version, Runnable stop) {
        Thread thread = threads.computeIfAbsent(version, one -> begin(one, stop));
        try {
            thread.join(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (isUnderWay(version)) {
            LOG.warn("The plug-in {} does not stop; it is left alone, and cannot run again before it has", version);
            return false;
        }
        return true;
    }

    private Thread begin(PluginVersion version, Runnable stop) {
        Thread thread = new Thread(() -> stopped(version, stop), "gatewright-plugin-end " + version);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void stopped(PluginVersion version, Runnable stop) {
        try {
            stop.run();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("The plug-in {} did not stop well", version, e);
        } finally {
            threads.remove(version);
        }
    }
}
