package org.gatewright.kernel.plugins;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.felix.fileinstall.ArtifactUrlTransformer;
import org.gatewright.kernel.plugins.guard.CallGuard;
import org.gatewright.port.plugins.Pin;
import org.gatewright.port.plugins.PluginInfo;
import org.gatewright.port.plugins.TypeVersion;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the {@link Board} in step with the framework. Services are started on threads of their own, and no foreign code is called under a lock.
 */
final class ServiceBoard implements AutoCloseable, ServiceTrackerCustomizer<Object, List<TypeService>> {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceBoard.class);
    private static final long LONGEST_PAUSE = 60;
    private static final Duration ABSENCE = Duration.ofSeconds(3);

    private final BundleContext context;
    private final Duration drain;
    private final Function<TypeDescription, CallGuard> guards;
    private final ScheduledExecutorService threads = Threads.few("gatewright-plugins");
    private final ListenerThread listeners;
    private final PluginBundles bundles;
    private final DeployFolder deployed;
    private final ServiceRegistration<ArtifactUrlTransformer> door;
    private final ServiceTracker<Object, List<TypeService>> tracker;
    private final AtomicBoolean examining = new AtomicBoolean();
    private final AtomicBoolean looking = new AtomicBoolean();

    private final Object lock = new Object();
    private final List<TypeService> services = new ArrayList<>();
    private final Map<GoneKey, Gone> gone = new LinkedHashMap<>();
    private List<PluginInfo> examined = List.of();

    private Selection selection = Selection.NONE;
    private final Absences absences = new Absences(ABSENCE);
    private volatile Board board = Board.EMPTY;
    private volatile boolean ready;
    private volatile boolean closing;

    private record GoneKey(Pin pin, String plugin) {}

    private record Gone(Bundle bundle, TypeService service) {

        /** Tells whether the bundle is uninstalled, or is another version now. */
        boolean isOver() {
            return bundle.getState() == Bundle.UNINSTALLED
                    || !bundle.getVersion().equals(service.description().version());
        }
    }

    ServiceBoard(BundleContext context, Duration drain, Function<TypeDescription, CallGuard> guards) {
        this.context = context;
        this.drain = drain;
        this.guards = guards;
        this.listeners = new ListenerThread(context);
        this.bundles = new PluginBundles(context, this::examineSoon);
        this.deployed = new DeployFolder(context, this::examineSoon);
        try {
            this.tracker = new ServiceTracker<>(context, FrameworkUtil.createFilter(Contracts.filter()), this);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("the filter over our own interfaces is valid", e);
        }
        bundles.open();
        this.door = context.registerService(
                ArtifactUrlTransformer.class,
                deployed,
                new Hashtable<>(Map.of(Constants.SERVICE_RANKING, Integer.MAX_VALUE)));
        tracker.open();
        examineSoon();
    }

    Board current() {
        return board;
    }

    /** Returns what went a moment ago and may come back. */
    Absences absences() {
        return absences;
    }

    /** Returns the folder for plug-ins. */
    DropFolder deployed() {
        return deployed;
    }

    /** Decides anew which versions are called. One that was cut off and may be called again has to prove itself. */
    void select(Selection next) {
        synchronized (lock) {
            Selection before = selection;
            services.stream()
                    .filter(service -> !before.allows(service.description().pluginVersion()))
                    .filter(service -> next.allows(service.description().pluginVersion()))
                    .forEach(service -> service.guard().retry());
            selection = next;
        }
        publish();
    }

    /** Tells whether the bundles have been looked at. */
    boolean isReady() {
        return ready;
    }

    @Override
    public List<TypeService> addingService(ServiceReference<Object> reference) {
        Bundle bundle = reference.getBundle();
        if (bundle == null) {
            return List.of();
        }
        List<TypeService> added = Contracts.kindsOf(reference).stream()
                .map(kind -> service(reference, bundle, TypeDescription.of(kind, reference, bundle)))
                .toList();
        synchronized (lock) {
            services.addAll(added);
            added.forEach(service -> gone.remove(key(service)));
        }
        publish();
        added.stream().filter(TypeService::isStarting).forEach(service -> start(service, 0));
        return added;
    }

    @Override
    public void modifiedService(ServiceReference<Object> reference, List<TypeService> added) {
        // the properties that name a type are constants of its class
    }

    /** Called while the service is still there: its bundle stops only after the calls that are under way have ended, or the limit has passed. */
    @Override
    public void removedService(ServiceReference<Object> reference, List<TypeService> removed) {
        removed.stream().filter(this::isMissed).map(Board::key).forEach(absences::missed);
        removed.forEach(TypeService::retire);
        synchronized (lock) {
            services.removeAll(removed);
            removed.stream()
                    .filter(service -> service.description().fault().isEmpty())
                    .forEach(service -> gone.put(key(service), new Gone(service.bundle(), service)));
        }
        publish();
        if (!closing) {
            removed.forEach(this::drain);
        }
    }

    @Override
    public void close() {
        closing = true;
        door.unregister();
        bundles.close();
        tracker.close();
        threads.shutdownNow();
        listeners.close();
        board = Board.EMPTY;
    }

    /** Tells whether calls would go to the service now, and no other one can take them. One that a decision has ended, as that of a canary, is not missed. */
    private boolean isMissed(TypeService service) {
        boolean stopping = closing || context.getBundle(0).getState() == Bundle.STOPPING;
        synchronized (lock) {
            return !stopping
                    && isCalled(service)
                    && selection.expects(service.description().pluginVersion())
                    && services.stream()
                            .filter(other ->
                                    other != service && Board.key(other).equals(Board.key(service)))
                            .noneMatch(this::isCalled);
        }
    }

    private boolean isCalled(TypeService service) {
        return service.isUsable() && selection.allows(service.description().pluginVersion());
    }

    private TypeService service(ServiceReference<?> reference, Bundle bundle, TypeDescription description) {
        return new TypeService(
                context, new TypeService.Registered(reference, bundle, description), guards.apply(description));
    }

    private void start(TypeService service, int failures) {
        long pause = failures == 0 ? 0 : Math.min(LONGEST_PAUSE, 1L << Math.min(failures - 1, 6));
        soon(pause, () -> {
            if (started(service)) {
                publish();
            } else {
                if (failures == 0) {
                    LOG.warn(
                            "The type {} does not start and is tried again",
                            service.description().pin());
                }
                publish();
                start(service, failures + 1);
            }
        });
    }

    private boolean started(TypeService service) {
        try {
            return service.start();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("The type {} does not start", service.description().pin(), e);
            return false;
        }
    }

    private void drain(TypeService service) {
        try {
            if (!service.awaitDrained(drain)) {
                LOG.warn(
                        "The type {} is stopped in the middle of a call",
                        service.description().pin());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void examineSoon() {
        if (examining.compareAndSet(false, true)) {
            soon(0, this::examine);
        }
    }

    /** One at a time, so that what was seen first is never written last. */
    private void examine() {
        examining.set(false);
        synchronized (examining) {
            List<PluginInfo> files = deployed.refused();
            List<PluginInfo> found =
                    Stream.concat(bundles.examine().stream(), files.stream()).toList();
            synchronized (lock) {
                examined = found;
            }
            lookAgain(files);
        }
        publish();
        ready = true;
    }

    /** Nobody is told when a refused file goes, so they are looked at again as long as there are any. */
    private void lookAgain(List<PluginInfo> files) {
        if (!files.isEmpty() && looking.compareAndSet(false, true)) {
            soon(1, () -> {
                looking.set(false);
                examineSoon();
            });
        }
    }

    private void soon(long seconds, Runnable work) {
        try {
            threads.schedule(() -> guarded(work), seconds, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The catalogue is closed");
        }
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("The catalogue of plug-ins could not be brought up to date", e);
        }
    }

    private void publish() {
        boolean changed;
        synchronized (lock) {
            gone.values().removeIf(Gone::isOver);
            Board next = Board.arrange(selection, services, gone(), examined);
            changed = !next.snapshot().equals(board.snapshot());
            board = next;
        }
        absences.changed();
        if (changed) {
            listeners.changed(() -> board.snapshot());
        }
    }

    private List<TypeVersion> gone() {
        return gone.values().stream()
                .map(one -> one.service()
                        .describeGone(
                                one.bundle().getState() == Bundle.ACTIVE
                                        ? "Something that it needs is missing at the moment."
                                        : "Its plug-in is stopped."))
                .toList();
    }

    private static GoneKey key(TypeService service) {
        return new GoneKey(service.description().pin(), service.description().plugin());
    }
}
