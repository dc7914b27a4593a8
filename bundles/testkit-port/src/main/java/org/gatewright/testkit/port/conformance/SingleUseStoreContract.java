package org.gatewright.testkit.port.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.gatewright.port.store.SingleUseStore;
import org.junit.jupiter.api.Test;

/** What a store of values that can be used once promises. */
abstract class SingleUseStoreContract extends StoreContract {

    private final String hash = unique("hash");

    private SingleUseStore values() {
        return stores().singleUse();
    }

    private void add() {
        values().add(hash, "code", "{\"a\":1}", LATER);
    }

    @Test
    void returnsWhatWasAddedUsedOrNot() {
        assertThat(values().find(hash)).isEmpty();
        add();
        assertThat(values().find(hash)).contains(new SingleUseStore.Stored("code", "{\"a\":1}", false, LATER));
        assertThat(values().use(hash, "code", NOW)).isTrue();
        assertThat(values().use(hash, "code", NOW)).isFalse();
        assertThat(values().find(hash)).contains(new SingleUseStore.Stored("code", "{\"a\":1}", true, LATER));
    }

    @Test
    void isUsedForItsPurposeAndBeforeItExpiresOnly() {
        add();
        assertThat(values().use(hash, "other", NOW)).isFalse();
        assertThat(values().use(hash, "code", LATER)).isFalse();
        assertThat(values().use(unique("hash"), "code", NOW)).isFalse();
        assertThat(values().use(hash, "code", NOW)).isTrue();
    }

    @Test
    void letsOneOfManyUseAValue() {
        add();

        assertOneWins(() -> values().use(hash, "code", NOW));
    }

    @Test
    void canBeUsedAgainAfterARollback() {
        add();
        undone(() -> assertThat(values().use(hash, "code", NOW)).isTrue());

        assertThat(values().use(hash, "code", NOW)).isTrue();
    }

    @Test
    void letsOneOfManyClaimAName() {
        String name = unique("claim");

        assertOneWins(() -> values().claim(name, NOW));
        assertThat(values().claim(name, LATER)).isFalse();
    }

    @Test
    void goesOnInTheTransactionAfterAClaimThatWasLost() {
        String name = unique("claim");
        values().claim(name, NOW);
        UUID user = UUID.randomUUID();
        stores().transactions().run(() -> {
            assertThat(values().claim(name, NOW)).isFalse();
            stores().users().add(user, fields(unique("u")), NOW);
        });

        assertThat(stores().users().find(user)).isPresent();
    }

    @Test
    void givesAClaimBackWithTheTransaction() {
        String name = unique("claim");
        undone(() -> assertThat(values().claim(name, NOW)).isTrue());

        assertThat(values().claim(name, NOW)).isTrue();
    }

    @Test
    void deletesWhatExpiredBefore() {
        add();
        values().deleteExpired(LATER);
        assertThat(values().find(hash)).isPresent();

        assertThat(values().deleteExpired(LATER.plusSeconds(1))).isPositive();
        assertThat(values().find(hash)).isEmpty();
    }
}
