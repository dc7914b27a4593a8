package org.gatewright.testkit.port.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gatewright.port.store.UniqueException;
import org.gatewright.spi.directory.User;
import org.junit.jupiter.api.Test;

/** What transactions promise. */
abstract class TransactionsContract extends StoreContract {

    private final UUID id = UUID.randomUUID();

    @Test
    void commitsAllStoresTogether() {
        stores().transactions().run(() -> {
            stores().users().add(id, fields(unique("u")), NOW);
            stores().consents().save(id, "app", java.util.Set.of("openid"), java.util.Optional.empty());
        });

        assertThat(stores().users().find(id)).isPresent();
        assertThat(stores().consents().find(id, "app", NOW)).isPresent();
    }

    @Test
    void rollsAllStoresBackIfTheWorkThrows() {
        undone(() -> {
            stores().users().add(id, fields(unique("u")), NOW);
            stores().consents().save(id, "app", java.util.Set.of("openid"), java.util.Optional.empty());
        });

        assertThat(stores().users().find(id)).isEmpty();
        assertThat(stores().consents().find(id, "app", NOW)).isEmpty();
    }

    @Test
    void joinsTheTransactionThatRuns() {
        undone(() -> stores().transactions().run(() -> stores().users().add(id, fields(unique("u")), NOW)));

        assertThat(stores().users().find(id)).isEmpty();
    }

    @Test
    void showsItsOwnWritesToItselfAndNobodyElse() {
        stores().transactions().run(() -> {
            User user = stores().users().add(id, fields(unique("u")), NOW);
            assertThat(stores().users().find(id)).contains(user);
            stores().users().signedIn(id, LATER);
            assertThat(stores().users().find(id).orElseThrow().lastLogin()).contains(LATER);
            stores().users().replace(id, inactive(fields(user.username())));
            assertThat(stores().users().find(id).orElseThrow().active()).isFalse();
        });
    }

    @Test
    void cannotBeCommittedAfterAUniqueException() {
        User taken = user();

        assertThatThrownBy(() -> stores().transactions().run(() -> {
                    stores().users().add(id, fields(unique("u")), NOW);
                    assertThatThrownBy(() -> stores().users().add(UUID.randomUUID(), fields(taken.username()), NOW))
                            .isInstanceOf(UniqueException.class);
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(stores().users().find(id)).isEmpty();
    }

    @Test
    void runsWhatWaitsForTheCommitInOrderAfterIt() {
        List<String> seen = new ArrayList<>();
        stores().transactions().run(() -> {
            stores().transactions().run(() -> stores().transactions().afterCommit(() -> seen.add(found())));
            stores().transactions().afterCommit(() -> seen.add("second"));
            stores().users().add(id, fields(unique("u")), NOW);
            assertThat(seen).isEmpty();
        });

        assertThat(seen).containsExactly("found", "second");
    }

    @Test
    void doesNotRunWhatWaitsForACommitThatNeverComes() {
        List<String> seen = new ArrayList<>();
        undone(() -> stores().transactions().afterCommit(() -> seen.add("no")));

        assertThat(seen).isEmpty();
    }

    @Test
    void runsAtOnceOutsideOfATransaction() {
        List<String> seen = new ArrayList<>();
        stores().transactions().afterCommit(() -> seen.add("now"));

        assertThat(seen).containsExactly("now");
    }

    @Test
    void letsWorkAfterTheCommitBeginATransaction() {
        stores().transactions().run(() -> stores().transactions()
                .afterCommit(() -> stores().users().add(id, fields(unique("u")), NOW)));

        assertThat(stores().users().find(id)).isPresent();
    }

    private String found() {
        return stores().users().find(id).isPresent() ? "found" : "absent";
    }
}
