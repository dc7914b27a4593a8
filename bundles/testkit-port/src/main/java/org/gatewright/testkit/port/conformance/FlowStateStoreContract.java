package org.gatewright.testkit.port.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.gatewright.port.store.FlowState;
import org.gatewright.port.store.FlowStateStore;
import org.junit.jupiter.api.Test;

/** What a store of running flows promises. */
abstract class FlowStateStoreContract extends StoreContract {

    private final UUID id = UUID.randomUUID();

    private FlowStateStore flows() {
        return stores().flows();
    }

    private FlowState state(long version) {
        return new FlowState(id, version, "sealed-" + version, version > 5, LATER);
    }

    @Test
    void returnsWhatWasAddedAndReplaced() {
        assertThat(flows().find(id)).isEmpty();
        assertThat(flows().replace(state(2))).isFalse();
        assertThat(flows().add(state(1))).isTrue();
        assertThat(flows().find(id)).contains(state(1));
        assertThat(flows().replace(state(3))).isFalse();
        assertThat(flows().replace(state(2))).isTrue();
        assertThat(flows().find(id)).contains(state(2));
        assertThat(flows().replace(state(2))).isFalse();
    }

    @Test
    void goesOnInTheTransactionAfterAnIdThatIsTaken() {
        flows().add(state(1));
        UUID user = UUID.randomUUID();
        stores().transactions().run(() -> {
            assertThat(flows().add(state(1))).isFalse();
            stores().users().add(user, fields(unique("u")), NOW);
        });

        assertThat(stores().users().find(user)).isPresent();
    }

    @Test
    void letsOneOfManyAdd() {
        assertOneWins(() -> flows().add(state(1)));
    }

    @Test
    void letsOneOfManyReplace() {
        flows().add(state(1));

        assertOneWins(() -> flows().replace(state(2)));
    }

    @Test
    void deletesWhatHasExpired() {
        flows().add(state(1));
        assertThat(flows().deleteExpired(NOW)).isZero();
        assertThat(flows().find(id)).isPresent();

        assertThat(flows().deleteExpired(LATER)).isPositive();
        assertThat(flows().find(id)).isEmpty();
    }
}
