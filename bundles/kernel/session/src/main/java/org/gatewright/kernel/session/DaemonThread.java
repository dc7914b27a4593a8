package org.gatewright.kernel.session;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** A thread for work in the background that does not keep the server from stopping. */
final class DaemonThread {

    private DaemonThread() {}

    static ScheduledExecutorService named(String name) {
        return Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
