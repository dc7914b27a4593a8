package org.gatewright.rest.collection;

import java.util.Map;
import java.util.Set;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.events.Event;
import org.gatewright.port.events.Events;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.spi.data.JsonObject;

/** The audit log. */
final class EventsCollection implements Collection {

    private final Events events;

    EventsCollection(Events events) {
        this.events = events;
    }

    @Override
    public String path() {
        return "events/events";
    }

    @Override
    public String model() {
        return "event";
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.LIST);
    }

    @Override
    public JsonObject schema() {
        return Schemas.object(Map.of(
                "action",
                Schemas.TEXT,
                "client_ip",
                Schemas.TEXT,
                "created",
                Schemas.TEXT,
                "context",
                Schemas.ANY_OBJECT));
    }

    @Override
    public Page<JsonObject> list(Actor actor, PageRequest page) {
        return events.list(page).map(EventsCollection::show);
    }

    private static JsonObject show(Event event) {
        return JsonObject.of("pk", event.id())
                .with("action", event.action())
                .with("created", event.created().toString())
                .with("client_ip", event.address())
                .with("user", JsonObject.of("username", event.username()).with("uuid", event.user()))
                .with("context", event.context());
    }
}
