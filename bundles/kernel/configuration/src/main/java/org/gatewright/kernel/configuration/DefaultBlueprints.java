package org.gatewright.kernel.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gatewright.kernel.configuration.blueprint.Blueprint;
import org.gatewright.kernel.configuration.blueprint.Target;
import org.gatewright.port.configuration.Configuration;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.health.Health;
import org.gatewright.port.health.HealthCheck;
import org.gatewright.port.plugins.CatalogueListener;
import org.gatewright.port.plugins.CatalogueSnapshot;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.plugins.VersionState;
import org.gatewright.port.store.SingleUseStore;
import org.gatewright.port.store.Transactions;
import org.gatewright.spi.error.GatewrightException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies each default blueprint once in the life of the installation, as soon as all types that it needs are installed. Ready when the configuration is loaded
 * and nothing more can be applied with the plug-ins that are there.
 */
@Component(
        service = {HealthCheck.class, CatalogueListener.class},
        immediate = true)
public final class DefaultBlueprints implements HealthCheck, CatalogueListener {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultBlueprints.class);

    /** As long as plug-ins may still be starting, what is missing is waited for. */
    private static final Duration SETTLING = Duration.ofSeconds(20);

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Configuration configuration;
    private final PluginCatalogue catalogue;
    private final Transactions transactions;
    private final SingleUseStore claims;
    private final Clock clock = Clock.systemUTC();
    private final Instant begun = clock.instant();
    private final List<Default> pending = new ArrayList<>();

    /** Names of blueprints that could not be applied at their first try. */
    private final Set<String> failed = new HashSet<>();

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "gatewright-blueprints");
        made.setDaemon(true);
        return made;
    });

    private volatile Health health = new Health(false, "The configuration is being loaded.");

    private record Default(String name, String yaml, Blueprint blueprint) {}

    /** Begins on a thread of its own: the database may not answer yet. */
    @Activate
    public DefaultBlueprints(
            @Reference Configuration configuration,
            @Reference PluginCatalogue catalogue,
            @Reference Transactions transactions,
            @Reference SingleUseStore claims) {
        this.configuration = configuration;
        this.catalogue = catalogue;
        this.transactions = transactions;
        this.claims = claims;
        read("index.txt").lines().forEach(name -> {
            String yaml = read(name);
            pending.add(new Default(name.replace(".yaml", ""), yaml, Blueprint.parse(yaml)));
        });
        soon(Duration.ZERO);
    }

    /** Ends the thread. */
    @Deactivate
    public void close() {
        thread.shutdownNow();
    }

    @Override
    public void catalogueChanged(CatalogueSnapshot snapshot) {
        soon(Duration.ZERO);
    }

    @Override
    public String name() {
        return "configuration";
    }

    @Override
    public Health check() {
        return health;
    }

    private void soon(Duration pause) {
        try {
            thread.schedule(this::pass, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The default blueprints are no longer applied");
        }
    }

    private void pass() {
        try {
            CatalogueSnapshot plugins = catalogue.snapshot();
            configuration.snapshot();
            pending.removeIf(one -> isApplicable(one.blueprint(), plugins) && applied(one));
            health = settled(plugins);
            if (!health.ready()) {
                soon(RETRY);
            }
        } catch (GatewrightException e) {
            health = new Health(false, e.detail());
            soon(RETRY);
        } catch (RuntimeException e) {
            LOG.error("The configuration could not be loaded and is tried again", e);
            health = new Health(false, "The configuration cannot be loaded; the log says why.");
            soon(RETRY);
        }
    }

    private Health settled(CatalogueSnapshot plugins) {
        boolean starting = plugins.plugins().stream().anyMatch(plugin -> plugin.state() == VersionState.RESOLVED);
        boolean early = clock.instant().isBefore(begun.plus(SETTLING));
        return !pending.isEmpty() && starting && early
                ? new Health(false, "Plug-ins that the default flows need are being started.")
                : new Health(true, "revision " + configuration.snapshot().revision());
    }

    private boolean isApplicable(Blueprint blueprint, CatalogueSnapshot plugins) {
        return blueprint.types().stream().allMatch(type -> isThere(type, plugins));
    }

    private static boolean isThere(Target.Instance type, CatalogueSnapshot plugins) {
        return plugins.active(type.model().kind().orElseThrow(), type.type()).isPresent();
    }

    /** Applies the blueprint unless it was before; false if it cannot be applied and is tried again when plug-ins change. */
    private boolean applied(Default one) {
        try {
            transactions.run(() -> {
                if (claims.claim("blueprint:default/" + one.name(), clock.instant())) {
                    configuration.applyBlueprint(Actor.system(), one.yaml());
                    LOG.info("The default blueprint {} is applied", one.name());
                }
            });
            return true;
        } catch (InvalidFieldsException e) {
            if (failed.add(one.name())) {
                // bootstrap, or another node at its first start, may have made the same group just now
                LOG.info("The default blueprint {} is tried again: {}", one.name(), e.detail());
                soon(RETRY);
            } else {
                LOG.error("The default blueprint {} cannot be applied: {}", one.name(), e.detail());
            }
            return false;
        }
    }

    private static String read(String name) {
        try (InputStream stream = DefaultBlueprints.class.getResourceAsStream("/blueprints/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("the bundle lacks the blueprint " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
