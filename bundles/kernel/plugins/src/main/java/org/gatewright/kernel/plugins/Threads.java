package org.gatewright.kernel.plugins;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Threads that do not keep the server from ending. */
final class Threads {

    private Threads() {}

    static ExecutorService single(String name) {
        return Executors.newSingleThreadExecutor(factory(name));
    }

    /** Some threads that go when they are idle. */
    static ScheduledExecutorService few(String name) {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(4, factory(name));
        executor.setKeepAliveTime(5, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    private static ThreadFactory factory(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
