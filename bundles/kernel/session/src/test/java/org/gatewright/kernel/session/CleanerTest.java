package org.gatewright.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.settings.Settings;
import org.gatewright.port.store.DocumentStore;
import org.gatewright.port.store.FlowState;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.store.Document;
import org.gatewright.testkit.port.FakeSettings;
import org.gatewright.testkit.port.FixedClock;
import org.gatewright.testkit.port.InMemoryDatabase;
import org.junit.jupiter.api.Test;

class CleanerTest {

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final FixedClock clock = new FixedClock();

    @Test
    void deletesWhatHasExpiredAndNothingElse() {
        addFlow(UUID.randomUUID(), Duration.ofMinutes(1));
        UUID living = UUID.randomUUID();
        addFlow(living, Duration.ofDays(1));
        clock.advance(Duration.ofHours(1));
        cleaner(new FakeSettings()).clean();
        assertThat(database.flowStates().find(living)).isPresent();
        assertThat(database.flowStates().deleteExpired(clock.instant())).isZero();
    }

    @Test
    void keepsSingleUseValuesForADaySoThatReplayIsSeen() {
        database.singleUse().add("hash", "code", "", clock.instant());
        clock.advance(Duration.ofHours(23));
        cleaner(new FakeSettings()).clean();
        assertThat(database.singleUse().find("hash")).isPresent();
        clock.advance(Duration.ofHours(2));
        cleaner(new FakeSettings()).clean();
        assertThat(database.singleUse().find("hash")).isEmpty();
    }

    @Test
    void keepsEventsForAsLongAsTheSettingSays() {
        new StoredEvents(database.events(), clock).record("login", Optional.empty(), "", JsonObject.empty());
        clock.advance(Duration.ofDays(8));
        cleaner(new FakeSettings()).clean();
        assertThat(database.events().list(PageRequest.first()).total()).isEqualTo(1);
        cleaner(new FakeSettings().with("events", "retention", "7")).clean();
        assertThat(database.events().list(PageRequest.first()).total()).isZero();
    }

    @Test
    void deletesDocumentsThatHaveExpired() {
        DocumentStore.Place place = new DocumentStore.Place("com.example", "devices");
        Document document = new Document(
                "k",
                JsonObject.empty(),
                1,
                Optional.empty(),
                Optional.of(clock.instant().plusSeconds(60)));
        database.documents().put(new DocumentStore.Write(place, document, 0, Map.of()), clock.instant());
        cleaner(new FakeSettings()).clean();
        assertThat(database.documents().counts()).hasSize(1);
        clock.advance(Duration.ofMinutes(1));
        cleaner(new FakeSettings()).clean();
        assertThat(database.documents().counts()).isEmpty();
    }

    @Test
    void survivesADatabaseThatIsAway() {
        addFlow(UUID.randomUUID(), Duration.ofMinutes(1));
        clock.advance(Duration.ofHours(1));
        Cleaner cleaner = cleaner(new FakeSettings());
        database.available(false);
        cleaner.clean();
        cleaner.clean();
        database.available(true);
        cleaner.clean();
        assertThat(database.flowStates().deleteExpired(clock.instant())).isZero();
    }

    @Test
    void namesTheSettingThatIsWrong() {
        assertThatThrownBy(() -> cleaner(new FakeSettings().with("events", "retention", "soon")))
                .hasMessageStartingWith("GATEWRIGHT_EVENTS__RETENTION is \"soon\"");
        assertThatThrownBy(() -> cleaner(new FakeSettings().with("events", "retention", "0")))
                .hasMessageContaining("from 1 to");
    }

    private void addFlow(UUID id, Duration lifetime) {
        database.flowStates()
                .add(new FlowState(id, 1, "", false, clock.instant().plus(lifetime)));
    }

    private Cleaner cleaner(Settings settings) {
        return new Cleaner(
                settings,
                clock,
                database.flowStates(),
                database.sessions(),
                database.grants(),
                database.singleUse(),
                database.keys(),
                database.events(),
                database.documents());
    }
}
