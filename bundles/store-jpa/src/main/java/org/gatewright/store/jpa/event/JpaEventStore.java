package org.gatewright.store.jpa.event;

import static org.gatewright.store.jpa.transaction.Listing.Filter.text;

import java.time.Instant;
import java.util.Map;
import org.gatewright.port.events.Event;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.store.EventStore;
import org.gatewright.store.jpa.transaction.Jpa;
import org.gatewright.store.jpa.transaction.Listing;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps audit events in the database. */
@Component
public final class JpaEventStore implements EventStore {

    private static final Listing<EventRow> LISTING = new Listing<>(
            EventRow.class,
            "EventRow",
            "r",
            "r.created DESC",
            Map.of(),
            Map.of("action", text("r.action"), "username", text("r.username"), "client_ip", text("r.address")));

    private final Jpa jpa;

    @Activate
    public JpaEventStore(@Reference Jpa jpa) {
        this.jpa = jpa;
    }

    @Override
    public void add(Event event) {
        jpa.run(statements -> statements.insert(EventRow.of(event)));
    }

    @Override
    public Page<Event> list(PageRequest page) {
        return jpa.read(statements -> LISTING.page(statements, page)).map(EventRow::event);
    }

    @Override
    public int deleteBefore(Instant moment) {
        return jpa.write(statements -> statements.change("DELETE FROM EventRow r WHERE r.created < ?1", moment));
    }
}
