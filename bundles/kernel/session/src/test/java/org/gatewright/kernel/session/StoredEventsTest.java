package org.gatewright.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.events.Event;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserType;
import org.gatewright.testkit.port.FixedClock;
import org.gatewright.testkit.port.InMemoryDatabase;
import org.junit.jupiter.api.Test;

class StoredEventsTest {

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final FixedClock clock = new FixedClock();
    private final StoredEvents events = new StoredEvents(database.events(), clock);

    @Test
    void recordsWhoDidWhatFromWhere() {
        User ada = database.users()
                .add(
                        UUID.randomUUID(),
                        new UserFields("ada", "", "", true, UserType.INTERNAL, "users", JsonObject.empty(), List.of()),
                        clock.instant());
        events.record("login", Optional.of(ada), "192.0.2.1", JsonObject.of("stage", "login"));
        Event event = events.list(PageRequest.first()).items().get(0);
        assertThat(event.action()).isEqualTo("login");
        assertThat(event.user()).contains(ada.id());
        assertThat(event.username()).isEqualTo("ada");
        assertThat(event.address()).isEqualTo("192.0.2.1");
        assertThat(event.created()).isEqualTo(clock.instant());
        assertThat(event.context()).isEqualTo(JsonObject.of("stage", "login"));
    }

    @Test
    void namesThePretendedUserOfARefusedSignInWithinBounds() {
        events.record("login_failed", Optional.empty(), "", JsonObject.of("username", "x".repeat(5_000)));
        assertThat(events.list(PageRequest.first()).items().get(0).username()).isEqualTo("x".repeat(150));
    }

    @Test
    void anEventOfSomethingThatDidNotHappenIsNotRecorded() {
        assertThatThrownBy(() -> database.transactions().run(() -> {
                    events.record("login", Optional.empty(), "", JsonObject.empty());
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(events.list(PageRequest.first()).total()).isZero();
    }
}
