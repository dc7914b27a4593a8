package org.gatewright.store.jpa.database;

import java.time.Duration;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gatewright.port.health.HealthCheck;
import org.gatewright.port.settings.Settings;
import org.gatewright.store.jpa.transaction.Jpa;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jpa.EntityManagerFactoryBuilder;
import org.osgi.service.metatype.annotations.Designate;

/** Owns the database. The stores need its service {@link Jpa}, so none of them is there before the database is. */
@Component(service = HealthCheck.class, immediate = true, configurationPid = "org.gatewright.store")
@Designate(ocd = StoreOptions.class)
public final class DatabaseComponent implements HealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DatabaseHealth health = new DatabaseHealth();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;

    /** Begins to open the database that the settings name. */
    @Activate
    public DatabaseComponent(
            BundleContext context,
            StoreOptions options,
            @Reference Settings settings,
            @Reference(target = "(osgi.unit.name=gatewright)") EntityManagerFactoryBuilder builder) {
        Refusal refusal = new Refusal(context);
        thread = new Thread(() -> open(context, options, settings, builder, refusal), "gatewright-database");
        thread.start();
    }

    @Override
    public String name() {
        return health.name();
    }

    @Override
    public org.gatewright.port.health.Health check() {
        return health.check();
    }

    @Deactivate
    void deactivate() throws InterruptedException {
        end.countDown();
        if (Thread.currentThread() != thread) {
            thread.join(PATIENCE.toMillis());
        }
    }

    private void open(
            BundleContext context,
            StoreOptions options,
            Settings settings,
            EntityManagerFactoryBuilder builder,
            Refusal refusal) {
        try {
            Target target = Target.of(settings);
            Opening opening = new Opening(target, new Installation(settings.secretKey()));
            new Lifecycle(
                            target,
                            opening,
                            health,
                            () -> Service.open(
                                    target,
                                    health,
                                    PoolLimits.of(options),
                                    builder::createEntityManagerFactory,
                                    jpa -> publish(context, jpa)),
                            time -> !end.await(time.toMillis(), TimeUnit.MILLISECONDS),
                            refusal)
                    .run();
        } catch (IllegalArgumentException e) {
            refusal.accept(String.valueOf(e.getMessage()));
        }
    }

    private static Runnable publish(BundleContext context, Jpa jpa) {
        ServiceRegistration<Jpa> registration = context.registerService(Jpa.class, jpa, new Hashtable<>(Map.of()));
        return registration::unregister;
    }
}
