package org.gatewright.testkit.port;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.gatewright.port.events.Event;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.store.EventStore;

/** Keeps audit events in memory. */
final class InMemoryEventStore implements EventStore {

    private static final Listing<Event> LISTING = new Listing<Event>()
            .field("created", Event::created)
            .field("action", Event::action)
            .field("username", Event::username)
            .field("client_ip", Event::address)
            .searched(Event::action)
            .searched(Event::username)
            .searched(Event::address);

    private final InMemoryDatabase database;

    InMemoryEventStore(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public void add(Event event) {
        database.transactions.run(() -> database.events.put(event.id(), event));
    }

    @Override
    public Page<Event> list(PageRequest page) {
        return database.transactions.call(() -> {
            List<Event> newestFirst = new ArrayList<>(database.events.all());
            Collections.reverse(newestFirst); // of the same moment, the last one written comes first
            newestFirst.sort(Comparator.comparing(Event::created).reversed());
            return LISTING.page(newestFirst, page);
        });
    }

    @Override
    public int deleteBefore(Instant moment) {
        return database.transactions.call(
                () -> database.events.removeIf(event -> event.created().isBefore(moment)));
    }
}
