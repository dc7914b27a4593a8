package org.gatewright.testkit.port.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.port.store.ConsentStore;
import org.junit.jupiter.api.Test;

/** What a store of consents promises. */
abstract class ConsentStoreContract extends StoreContract {

    private ConsentStore consents() {
        return stores().consents();
    }

    @Test
    void returnsWhatWasSavedUntilItExpires() {
        UUID user = user().id();
        assertThat(consents().find(user, "app", NOW)).isEmpty();

        consents().save(user, "app", Set.of("openid", "email"), Optional.of(LATER));
        assertThat(consents().find(user, "app", NOW)).contains(Set.of("openid", "email"));
        assertThat(consents().find(user, "app", LATER)).isEmpty();
        assertThat(consents().find(user, "other", NOW)).isEmpty();

        consents().save(user, "app", Set.of("openid"), Optional.empty());
        assertThat(consents().find(user, "app", LATER)).contains(Set.of("openid"));
    }

    @Test
    void letsManySaveTheSame() {
        UUID user = user().id();
        race(() -> {
            consents().save(user, "app", Set.of("openid"), Optional.empty());
            return true;
        });

        assertThat(consents().find(user, "app", NOW)).contains(Set.of("openid"));
    }

    @Test
    void endsWithTheUser() {
        UUID user = user().id();
        consents().save(user, "app", Set.of("openid"), Optional.empty());
        stores().users().delete(user);

        assertThat(consents().find(user, "app", NOW)).isEmpty();
    }
}
