package org.gatewright.rest.collection;

import java.util.Optional;
import java.util.Set;
import org.gatewright.json.Schemas;
import org.gatewright.json.Shape;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.events.Event;
import org.gatewright.port.events.Events;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.spi.data.JsonObject;

/** The audit log. */
final class EventsCollection extends ShapedCollection<Event> {

    private static final Shape<Event> WHO = Shape.<Event>empty()
            .shown("username", Schemas.TEXT, Event::username)
            .shownIfAny("uuid", Schemas.ID, Event::user);
    private static final Shape<Event> SHAPE = Shape.<Event>empty()
            .shown("pk", Schemas.ID, Event::id)
            .shown("action", Schemas.TEXT, Event::action)
            .shown("created", Schemas.MOMENT, event -> event.created().toString())
            .shown("client_ip", Schemas.TEXT, Event::address)
            .shown("user", WHO.schema(), WHO::show)
            .shown("context", Schemas.ANY_OBJECT, Event::context);

    private final Events events;

    EventsCollection(Events events) {
        super("events/events", "event", Set.of(Operation.LIST), SHAPE);
        this.events = events;
    }

    @Override
    public Page<JsonObject> list(Actor actor, PageRequest page) {
        return events.list(page).map(this::show);
    }

    @Override
    Optional<Event> find(String key) {
        return Optional.empty();
    }
}
