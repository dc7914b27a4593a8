package org.gatewright.kernel.plugins.lifecycle;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.gatewright.port.store.Transactions;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * The life of a process, which ends at one of the calls that it makes to the outside, before or after their effect: to the database and to the framework. After that it
 * reaches nothing any more, on any thread, whatever it does to clean up.
 */
final class Life {

    private static final Set<String> CHANGES = Set.of("start", "stop", "uninstall");
    private static final Set<String> READS = Set.of("artifacts", "content", "wanted");

    private final int length;
    private final List<String> calls = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();

    /** What a killed process does no more. No one catches it, and no thread prints it. */
    static final class Killed extends ThreadDeath {
        private static final long serialVersionUID = 1;
    }

    private Life(int length) {
        this.length = length;
    }

    /** A process that nobody kills. */
    static Life unharmed() {
        return new Life(Integer.MAX_VALUE);
    }

    /** A process that is killed when it has passed so many points. */
    static Life of(int points) {
        return new Life(points);
    }

    /** Lists the points that were passed, in order. */
    List<String> points() {
        lock.lock();
        try {
            return List.copyOf(calls);
        } finally {
            lock.unlock();
        }
    }

    /** Tells whether the process is dead. */
    boolean isOver() {
        return points().size() > length;
    }

    /** Returns the target as this process sees it. */
    <T> T around(Class<T> type, T target) {
        return proxy(type, (method, arguments) -> called(method.getName(), target, method, arguments));
    }

    /** Returns transactions that this process may not live to commit. */
    Transactions around(Transactions target) {
        return new Transactions() {
            @Override
            public <T> T call(Supplier<T> work) {
                T result = target.call(() -> {
                    T done = work.get();
                    reach("before commit");
                    return done;
                });
                reach("after commit");
                return result;
            }

            @Override
            public void afterCommit(Runnable work) {
                target.afterCommit(work);
            }
        };
    }

    /** Returns the framework as this process sees it. */
    BundleContext around(BundleContext target) {
        return proxy(BundleContext.class, (method, arguments) -> switch (method.getName()) {
            case "installBundle" -> bundle((Bundle) called("installBundle", target, method, arguments));
            case "getBundles" ->
                Arrays.stream(target.getBundles()).map(this::bundle).toArray(Bundle[]::new);
            default -> method.invoke(target, arguments);
        });
    }

    private Bundle bundle(Bundle target) {
        return proxy(
                Bundle.class,
                (method, arguments) -> CHANGES.contains(method.getName())
                        ? called(method.getName(), target, method, arguments)
                        : method.invoke(target, arguments));
    }

    private Object called(String name, Object target, Method method, Object[] arguments) throws Throwable {
        if (length == Integer.MAX_VALUE) {
            return passed(name, target, method, arguments); // what blocks in a stop holds up nobody else
        }
        lock.lock(); // nothing is halfway done when the process dies
        try {
            return passed(name, target, method, arguments);
        } finally {
            lock.unlock();
        }
    }

    private Object passed(String name, Object target, Method method, Object[] arguments) throws Throwable {
        reach("before " + name);
        Object result = method.invoke(target, arguments);
        if (!READS.contains(name)) { // which has no effect
            reach("after " + name);
        }
        return result;
    }

    private void reach(String point) {
        lock.lock();
        try {
            if (calls.size() <= length) {
                calls.add(point);
            }
            if (calls.size() > length) {
                throw new Killed();
            }
        } finally {
            lock.unlock();
        }
    }

    private interface Handler {
        Object handle(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                Life.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return handler.handle(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
