package org.gatewright.testkit.port.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.events.Event;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.store.EventStore;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.Test;

/** What a store of audit events promises. */
abstract class EventStoreContract extends StoreContract {

    private final String name = unique("Somebody");

    private EventStore events() {
        return stores().events();
    }

    private Event add(Instant created, String action, String address) {
        Event event = new Event(
                UUID.randomUUID(),
                created,
                action,
                Optional.of(UUID.randomUUID()),
                name,
                address,
                JsonObject.of("detail", JsonObject.of("x", 1)));
        events().add(event);
        return event;
    }

    @Test
    void listsTheNewestFirst() {
        Event second = add(NOW, "login", "192.0.2.1");
        Event first = add(BEFORE, "login_failed", "192.0.2.2");
        Event third = add(LATER, "logout", "");

        assertThat(events().list(filtered("username", name)).items()).containsExactly(third, second, first);
        Page<Event> page = events().list(new PageRequest(2, 2, List.of(), "", Map.of("username", name)));
        assertThat(page.items()).containsExactly(first);
        assertThat(page.total()).isEqualTo(3);
    }

    @Test
    void searchesAndFilters() {
        Event login = add(NOW, "login", "192.0.2.1");
        add(NOW, "logout", "192.0.2.2");

        assertThat(events().list(new PageRequest(1, 9, List.of(), name.toUpperCase(java.util.Locale.ROOT), Map.of()))
                        .items())
                .hasSize(2);
        assertThat(events().list(new PageRequest(1, 9, List.of(), "login", Map.of("username", name)))
                        .items())
                .containsExactly(login);
        assertThat(events().list(new PageRequest(
                                1, 9, List.of(), "", Map.of("username", name, "client_ip", "192.0.2.1")))
                        .items())
                .containsExactly(login);
        assertThat(events().list(new PageRequest(1, 9, List.of(), "", Map.of("username", name, "action", "login")))
                        .items())
                .containsExactly(login);
    }

    @Test
    void keepsEventsWithoutAUser() {
        Event event = new Event(UUID.randomUUID(), NOW, "system", Optional.empty(), name, "", JsonObject.empty());
        events().add(event);

        assertThat(events().list(filtered("username", name)).items()).containsExactly(event);
    }

    @Test
    void isRolledBackWithItsTransaction() {
        undone(() -> add(NOW, "login", ""));

        assertThat(events().list(filtered("username", name)).items()).isEmpty();
    }

    @Test
    void deletesWhatIsOlder() {
        add(BEFORE, "login", "");
        Event kept = add(NOW, "login", "");

        assertThat(events().deleteBefore(NOW)).isPositive();
        assertThat(events().list(filtered("username", name)).items()).containsExactly(kept);
    }
}
