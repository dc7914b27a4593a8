package org.gatewright.kernel.plugins;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatewright.kernel.plugins.guard.CallGuard;
import org.gatewright.port.plugins.TypeVersion;
import org.gatewright.port.plugins.VersionState;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * One service that brings one type. It is started once, on a thread of the catalogue, so that taking a lease never runs foreign code; it is released when the
 * service is gone and the last lease is closed.
 */
final class TypeService {

    private static final int RETIRED = Integer.MIN_VALUE;

    /** What the framework says of it. */
    record Registered(ServiceReference<?> reference, Bundle bundle, TypeDescription description) {}

    /** Where it stands. */
    private sealed interface Phase {
        record Starting(String reason) implements Phase {}

        record Refused(String reason) implements Phase {}

        record Usable(Object service, Class<? extends Record> settings) implements Phase {}
    }

    private final BundleContext context;
    private final ServiceReference<?> reference;
    private final Bundle bundle;
    private final TypeDescription description;
    private final CallGuard guard;

    /** Open leases; with the sign bit once no more are given. */
    private final AtomicInteger leases = new AtomicInteger();

    private final CountDownLatch drained = new CountDownLatch(1);
    private volatile Phase phase = new Phase.Starting("It is being started.");

    /**
     * Watches over one service.
     *
     * @param context of the one who uses it
     */
    TypeService(BundleContext context, Registered registered, CallGuard guard) {
        this.context = context;
        this.reference = registered.reference();
        this.bundle = registered.bundle();
        this.description = registered.description();
        this.guard = guard;
        if (!description.fault().isEmpty()) {
            phase = new Phase.Refused(description.fault());
        }
    }

    TypeDescription description() {
        return description;
    }

    ServiceReference<?> reference() {
        return reference;
    }

    CallGuard guard() {
        return guard;
    }

    Bundle bundle() {
        return bundle;
    }

    boolean isUsable() {
        return phase instanceof Phase.Usable && leases.get() >= 0;
    }

    boolean isStarting() {
        return phase instanceof Phase.Starting && leases.get() >= 0;
    }

    /** Gets the service, which makes its component; false if that failed and may be tried again. */
    boolean start() {
        if (!isStarting()) {
            return true;
        }
        SettingsRecord settings = SettingsRecord.load(bundle, description.settings());
        if (settings.type().isEmpty()) {
            phase = new Phase.Refused(settings.fault());
            return true;
        }
        Object service = context.getService(reference);
        if (service == null) {
            phase = new Phase.Starting("Its component does not start; the log says why. It is tried again.");
            return leases.get() < 0;
        }
        phase = new Phase.Usable(service, settings.type().get());
        if (leases.get() == RETIRED) {
            release();
        }
        return true;
    }

    /** Takes a lease of the service; empty if none is given any more. */
    Optional<Object> acquire() {
        int open;
        do {
            open = leases.get();
            if (open < 0) {
                return Optional.empty();
            }
        } while (!leases.compareAndSet(open, open + 1));
        if (phase instanceof Phase.Usable usable) {
            return Optional.of(usable.service());
        }
        giveBack();
        return Optional.empty();
    }

    /** Ends a lease. */
    void giveBack() {
        if (leases.decrementAndGet() == RETIRED) {
            release();
        }
    }

    /** Gives no more leases; the service is released with the last one. */
    void retire() {
        int open = leases.getAndUpdate(count -> count | RETIRED);
        if (open == 0) {
            release();
        }
    }

    /** Waits until all leases of a retired service are closed; false if they are not within the time. */
    boolean awaitDrained(Duration limit) throws InterruptedException {
        return drained.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void release() {
        if (phase instanceof Phase.Usable) {
            phase = new Phase.Starting("It is gone.");
            unget();
        }
        drained.countDown();
    }

    private void unget() {
        try {
            context.ungetService(reference);
        } catch (IllegalStateException e) {
            // our own bundle has stopped, and the framework has released all that it used
            return;
        }
    }

    /** Describes it with the state that its place among the other versions gives it. */
    TypeVersion describe(VersionState usableState, String usableReason) {
        Phase now = phase;
        if (now instanceof Phase.Usable usable) {
            return version(usableState, usableReason, Optional.of(usable.settings()));
        }
        return now instanceof Phase.Refused refused
                ? version(VersionState.REFUSED, refused.reason(), Optional.empty())
                : version(VersionState.RESOLVED, ((Phase.Starting) now).reason(), Optional.empty());
    }

    /** Describes it as what is no longer there. */
    TypeVersion describeGone(String reason) {
        return version(VersionState.GONE, reason, Optional.empty());
    }

    private TypeVersion version(VersionState state, String reason, Optional<Class<? extends Record>> settings) {
        return new TypeVersion(
                description.kind(),
                description.type(),
                description.version().toString(),
                description.stateVersion(),
                description.plugin(),
                state,
                reason,
                description.title(),
                description.description(),
                settings);
    }
}
