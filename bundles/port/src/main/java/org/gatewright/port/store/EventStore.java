package org.gatewright.port.store;

import java.time.Instant;
import org.gatewright.port.events.Event;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps audit events. */
@ProviderType
public interface EventStore {

    /** Adds an event. */
    void add(Event event);

    /** Lists events, the newest first; search is over action, user name and address. */
    Page<Event> list(PageRequest page);

    /** Deletes what is older; returns how many. */
    int deleteBefore(Instant moment);
}
