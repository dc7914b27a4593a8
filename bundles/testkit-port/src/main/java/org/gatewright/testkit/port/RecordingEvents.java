package org.gatewright.testkit.port;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.events.Event;
import org.gatewright.port.events.Events;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;

/** Records events in the database of the test, so that a rollback takes them back too. */
public final class RecordingEvents implements Events {

    private final InMemoryDatabase database;
    private final Clock clock;

    /** Records in a database of its own. */
    public RecordingEvents() {
        this(new InMemoryDatabase(), new FixedClock());
    }

    /** Records in the database. */
    public RecordingEvents(InMemoryDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void record(String action, Optional<User> user, String address, JsonObject context) {
        database.events()
                .add(new Event(
                        UUID.randomUUID(),
                        clock.instant(),
                        action,
                        user.map(User::id),
                        user.map(User::username).orElse(""),
                        address,
                        context));
    }

    @Override
    public Page<Event> list(PageRequest page) {
        return database.events().list(page);
    }

    /** Returns the newest hundred events, the oldest first. */
    public List<Event> recorded() {
        List<Event> events = new ArrayList<>(list(PageRequest.first()).items());
        Collections.reverse(events);
        return Collections.unmodifiableList(events);
    }

    /** Returns the actions of {@link #recorded()}. */
    public List<String> actions() {
        return recorded().stream().map(Event::action).toList();
    }
}
