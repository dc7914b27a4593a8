package org.gatewright.store.jpa.event;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Convert;
import org.gatewright.json.JsonText;
import org.gatewright.port.events.Event;
import org.jspecify.annotations.NullUnmarked;

/** An audit event. */
@Entity
@Table(name = "audit_event")
@NullUnmarked
class EventRow {

    @Id
    @Convert("uuid")
    UUID id;

    @Convert("instant")
    Instant created;

    String action;

    @Column(name = "user_id")
    @Convert("uuid")
    UUID user;

    String username;
    String address;
    String context;

    @Column(name = "search_text")
    String searchText;

    static EventRow of(Event event) {
        EventRow row = new EventRow();
        row.id = event.id();
        row.created = event.created();
        row.action = event.action();
        row.user = event.user().orElse(null);
        row.username = event.username();
        row.address = event.address();
        row.context = JsonText.write(event.context());
        row.searchText = (row.action + "\n" + row.username + "\n" + row.address).toLowerCase(Locale.ROOT);
        return row;
    }

    Event event() {
        return new Event(id, created, action, Optional.ofNullable(user), username, address, JsonText.read(context));
    }
}
