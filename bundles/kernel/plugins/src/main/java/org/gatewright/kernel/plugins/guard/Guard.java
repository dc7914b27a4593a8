package org.gatewright.kernel.plugins.guard;

import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** Guards types, with one watchdog for all. Whoever decides about versions that are past their budget is found as a service, since it may need the catalogue to exist. */
public final class Guard implements AutoCloseable {

    private final GuardLimits limits;
    private final ServiceTracker<TripListener, TripListener> listeners;
    private final Watchdog watchdog;

    /** Begins to watch. */
    public Guard(BundleContext context, GuardLimits limits) {
        this.limits = limits;
        this.listeners = new ServiceTracker<>(context, TripListener.class, null);
        listeners.open();
        this.watchdog = new Watchdog(() -> Optional.ofNullable(listeners.getService()));
    }

    /** Makes a guard for one version of a type. */
    public CallGuard of(GuardedType type, CallRecorder recorder) {
        return new CallGuard(type, limits, watchdog, recorder);
    }

    @Override
    public void close() {
        watchdog.close();
        listeners.close();
    }
}
