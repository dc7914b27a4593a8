package org.gatewright.kernel.plugins.lifecycle;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.events.Events;
import org.gatewright.port.plugins.LogLevel;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.plugins.PluginLogs;
import org.gatewright.port.settings.LogLevels;
import org.gatewright.port.store.PluginStore;
import org.gatewright.port.store.Transactions;
import org.gatewright.spi.data.JsonObject;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the levels of the logs of plug-ins in the database, so that all nodes have them, and gives them to the loggers of the versions that are there: at the start, and
 * whenever a bundle brings packages.
 */
@Component(service = PluginLogs.class, immediate = true)
public final class StoredLogLevels implements PluginLogs {

    private static final Logger LOG = LoggerFactory.getLogger(StoredLogLevels.class);

    private final BundleContext context;
    private final PluginStore store;
    private final Transactions transactions;
    private final Events events;
    private final LogLevels log;
    private final PluginCatalogue catalogue;
    private final OwnLoggers loggers;
    private final BundleListener listener = this::changed;
    private final AtomicBoolean due = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "gatewright-log-levels");
        made.setDaemon(true);
        return made;
    });
    private volatile Map<String, LogLevel> levels = Map.of();

    /** Begins on a thread of its own. */
    @Activate
    public StoredLogLevels(
            BundleContext context,
            @Reference PluginStore store,
            @Reference Transactions transactions,
            @Reference Events events,
            @Reference LogLevels log,
            @Reference PluginCatalogue catalogue) {
        this.context = context;
        this.store = store;
        this.transactions = transactions;
        this.events = events;
        this.log = log;
        this.catalogue = catalogue;
        this.loggers = new OwnLoggers(context);
        context.addBundleListener(listener);
        applySoon();
    }

    /** Gives up. */
    @Deactivate
    public void close() {
        context.removeBundleListener(listener);
        thread.shutdownNow();
    }

    @Override
    public Optional<LogLevel> level(String plugin) {
        return Optional.ofNullable(levels.get(plugin));
    }

    @Override
    public void setLevel(Actor actor, String plugin, Optional<LogLevel> level) {
        Optional<LogLevel> before = Optional.ofNullable(store.logLevels().get(plugin));
        if (before.isEmpty() && !isKnown(plugin)) {
            throw Refusals.unknown(plugin);
        }
        if (level.isPresent() && loggers.areKnown(plugin) && loggers.of(plugin).isEmpty()) {
            throw Refusals.of("Other bundles have the packages of " + plugin
                    + " too, so its lines in the log cannot be told from theirs. It can have no level of its own.");
        }
        transactions.run(() -> {
            store.logLevel(plugin, level);
            events.record(
                    "plugin_log_level",
                    actor.user(),
                    actor.address(),
                    JsonObject.of("plugin", plugin)
                            .with("from", LogLevel.word(before))
                            .with("to", LogLevel.word(level)));
        });
        apply();
    }

    /** One that has ended, and is kept, is known as well. */
    private boolean isKnown(String plugin) {
        return catalogue.snapshot().plugins().stream().anyMatch(one -> one.id().equals(plugin))
                || store.wanted().stream().anyMatch(one -> one.plugin().equals(plugin));
    }

    private void changed(BundleEvent event) {
        if (event.getType() == BundleEvent.RESOLVED) {
            applySoon();
        }
    }

    private void applySoon() {
        if (due.compareAndSet(false, true)) {
            try {
                thread.execute(this::applyNow);
            } catch (RejectedExecutionException e) {
                LOG.debug("The server is being stopped, no level is set any more");
            }
        }
    }

    private void applyNow() {
        due.set(false);
        try {
            apply();
        } catch (RuntimeException e) {
            LOG.error("The levels of the logs of plug-ins could not be set", e);
        }
    }

    private synchronized void apply() {
        levels = store.logLevels();
        Map<String, String> given = new TreeMap<>();
        levels.forEach((plugin, level) ->
                loggers.of(plugin).forEach(name -> given.put(name, level.name().toLowerCase(Locale.ROOT))));
        log.give(given);
    }
}
