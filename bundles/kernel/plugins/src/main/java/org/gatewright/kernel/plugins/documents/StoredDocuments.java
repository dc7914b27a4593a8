package org.gatewright.kernel.plugins.documents;

import java.time.Clock;
import java.util.List;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.Devices;
import org.gatewright.port.events.Events;
import org.gatewright.port.plugins.DeclaredPermissions;
import org.gatewright.port.plugins.Permission;
import org.gatewright.port.plugins.PluginDocuments;
import org.gatewright.port.store.DocumentStore;
import org.gatewright.port.store.Transactions;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.store.DocumentReader;
import org.gatewright.spi.store.Documents;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the documents of plug-ins in their store. */
@Component(service = PluginDocuments.class)
public final class StoredDocuments implements PluginDocuments {

    private static final Logger LOG = LoggerFactory.getLogger(StoredDocuments.class);

    private final DocumentStore store;
    private final Transactions transactions;
    private final Events events;
    private final Clock clock;

    /** Uses the clock of the system. */
    @Activate
    public StoredDocuments(
            @Reference DocumentStore store, @Reference Transactions transactions, @Reference Events events) {
        this(store, transactions, events, Clock.systemUTC());
    }

    /** Takes the time from the clock. */
    public StoredDocuments(DocumentStore store, Transactions transactions, Events events, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public DocumentReader reader(DeclaredPermissions plugin) {
        return plugin.has(Permission.DOCUMENTS)
                ? new OwnReader(plugin.plugin(), store, clock)
                : new WithheldDocuments(plugin);
    }

    @Override
    public Documents of(DeclaredPermissions plugin) {
        return plugin.has(Permission.DOCUMENTS) ? of(plugin.plugin()) : new WithheldDocuments(plugin);
    }

    @Override
    public Documents of(String plugin) {
        return new OwnDocuments(new OwnReader(plugin, store, clock));
    }

    @Override
    public List<Count> counts() {
        return store.counts().stream()
                .filter(count -> !count.place().plugin().equals(Devices.OWNER))
                .map(count -> new Count(count.place().plugin(), count.place().collection(), count.documents()))
                .toList();
    }

    @Override
    public int erase(Actor actor, String plugin) {
        int erased = transactions.call(() -> {
            int documents = store.erase(plugin);
            events.record(
                    "plugin_documents_erased",
                    actor.user(),
                    actor.address(),
                    JsonObject.of("plugin", plugin).with("documents", documents));
            return documents;
        });
        LOG.info("{} documents of {} are erased", erased, plugin);
        return erased;
    }
}
