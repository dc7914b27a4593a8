package org.gatewright.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gatewright.port.store.SingleUseStore;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretHash;
import org.gatewright.spi.session.Redemption;
import org.gatewright.testkit.port.FakeSettings;
import org.gatewright.testkit.port.FixedClock;
import org.gatewright.testkit.port.InMemoryDatabase;
import org.junit.jupiter.api.Test;

class SingleUseValuesTest {

    private static final JsonObject DATA = JsonObject.of("client", "very-visible-client");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final FixedClock clock = new FixedClock();
    private final SingleUseValues values =
            new SingleUseValues(database.singleUse(), new AesSealer(new FakeSettings()), clock);

    @Test
    void redeemsOnceAndTellsOfReplay() {
        String code = values.issue("code", DATA, MINUTE);
        assertThat(values.redeem("code", code)).isEqualTo(new Redemption.Redeemed(DATA));
        assertThat(values.redeem("code", code)).isEqualTo(new Redemption.Replayed(DATA));
        assertThat(values.peek("code", code)).isEqualTo(new Redemption.Replayed(DATA));
    }

    @Test
    void tellsOfReplayEvenPastTheLifetime() {
        String code = values.issue("code", DATA, MINUTE);
        values.redeem("code", code);
        clock.advance(Duration.ofHours(3));
        assertThat(values.redeem("code", code)).isEqualTo(new Redemption.Replayed(DATA));
    }

    @Test
    void lookingDoesNotUseUp() {
        String code = values.issue("code", DATA, MINUTE);
        assertThat(values.peek("code", code)).isEqualTo(new Redemption.Redeemed(DATA));
        assertThat(values.redeem("code", code)).isEqualTo(new Redemption.Redeemed(DATA));
    }

    @Test
    void refusesWhatIsPastItsLifetime() {
        String code = values.issue("code", DATA, MINUTE);
        clock.advance(MINUTE);
        assertThat(values.peek("code", code)).isEqualTo(new Redemption.Expired());
        assertThat(values.redeem("code", code)).isEqualTo(new Redemption.Expired());
    }

    @Test
    void refusesWhatItDidNotIssue() {
        assertThat(values.redeem("code", "")).isEqualTo(new Redemption.Unknown());
        assertThat(values.redeem("code", "guess")).isEqualTo(new Redemption.Unknown());
        assertThat(values.peek("code", "guess")).isEqualTo(new Redemption.Unknown());
    }

    @Test
    void refusesAnotherPurposeWithoutUsingTheValueUp() {
        String code = values.issue("code", DATA, MINUTE);
        assertThat(values.redeem("refresh", code)).isEqualTo(new Redemption.Unknown());
        assertThat(values.peek("refresh", code)).isEqualTo(new Redemption.Unknown());
        assertThat(values.redeem("code", code)).isEqualTo(new Redemption.Redeemed(DATA));
    }

    @Test
    void storesNeitherTheValueNorTheDataInTheClear() {
        String code = values.issue("code", DATA, MINUTE);
        assertThat(code).hasSize(43).matches("[A-Za-z0-9_-]+");
        SingleUseStore.Stored stored =
                database.singleUse().find(SecretHash.of(code).digest()).orElseThrow();
        assertThat(stored.data()).doesNotContain("very-visible-client").doesNotContain(code);
        assertThat(database.singleUse().find(code)).isEmpty();
    }

    @Test
    void refusesDataThatWasChangedInTheDatabase() {
        database.singleUse()
                .add(
                        SecretHash.of("value").digest(),
                        "code",
                        "{}",
                        clock.instant().plusSeconds(60));
        assertThat(values.redeem("code", "value")).isEqualTo(new Redemption.Unknown());
    }

    @Test
    void refusesALifetimeOfNothing() {
        assertThatThrownBy(() -> values.issue("code", DATA, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofManyAtOnceOneWinsAndTheOthersAreReplays() throws Exception {
        String code = values.issue("code", DATA, MINUTE);
        Callable<Redemption> redeem = () -> values.redeem("code", code);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        int won = 0;
        int replayed = 0;
        for (Future<Redemption> attempt : threads.invokeAll(Collections.nCopies(50, redeem))) {
            won += attempt.get() instanceof Redemption.Redeemed ? 1 : 0;
            replayed += attempt.get() instanceof Redemption.Replayed ? 1 : 0;
        }
        threads.shutdown();
        assertThat(won).isEqualTo(1);
        assertThat(replayed).isEqualTo(49);
    }

    @Test
    void aRedemptionThatIsRolledBackDidNotHappen() {
        String code = values.issue("code", DATA, MINUTE);
        assertThatThrownBy(() -> database.transactions().run(() -> {
                    values.redeem("code", code);
                    throw new IllegalStateException("later step failed");
                }))
                .hasMessage("later step failed");
        assertThat(values.redeem("code", code)).isEqualTo(new Redemption.Redeemed(DATA));
    }
}
