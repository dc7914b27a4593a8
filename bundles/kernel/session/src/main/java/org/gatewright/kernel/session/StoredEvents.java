package org.gatewright.kernel.session;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.events.Event;
import org.gatewright.port.events.Events;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.store.EventStore;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Records audit events in their store; the write joins the transaction of what the event tells of. */
@Component
public final class StoredEvents implements Events {

    private static final int LONGEST_NAME = 150;

    private final EventStore store;
    private final Clock clock;

    /** Takes its store. */
    @Activate
    public StoredEvents(@Reference EventStore store) {
        this(store, Clock.systemUTC());
    }

    /** Takes the time from the clock. */
    public StoredEvents(EventStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void record(String action, Optional<User> user, String address, JsonObject context) {
        String username = user.map(User::username)
                .or(() -> context.text("username"))
                .map(StoredEvents::shortened)
                .orElse("");
        store.add(
                new Event(UUID.randomUUID(), clock.instant(), action, user.map(User::id), username, address, context));
    }

    @Override
    public Page<Event> list(PageRequest page) {
        return store.list(page);
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
