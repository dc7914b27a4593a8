package org.gatewright.testkit.port.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.directory.ApiToken;
import org.gatewright.port.store.TokenStore;
import org.junit.jupiter.api.Test;

/** What a store of API tokens promises. */
abstract class TokenStoreContract extends StoreContract {

    private TokenStore tokens() {
        return stores().tokens();
    }

    @Test
    void returnsWhatWasAdded() {
        UUID user = user().id();
        ApiToken token = new ApiToken(UUID.randomUUID(), unique("t"), "api", user, "For the Robot", Optional.of(LATER));
        String hash = unique("hash");
        tokens().add(token, hash);

        assertThat(tokens().find(token.id())).contains(token);
        assertThat(tokens().findByHash(hash)).contains(token);
        assertThat(tokens().findByIdentifier(token.identifier())).contains(token);
        assertThat(tokens().findByHash(unique("hash"))).isEmpty();
        assertThat(tokens().list(filtered("user", user.toString())).items()).containsExactly(token);
        assertThat(tokens().list(search(token.identifier())).items()).containsExactly(token);
        assertThat(tokens().list(filtered("user", "nonsense")).items()).isEmpty();
    }

    @Test
    void refusesATakenIdentifier() {
        UUID user = user().id();
        String identifier = unique("t");
        tokens().add(new ApiToken(UUID.randomUUID(), identifier, "api", user, "", Optional.empty()), unique("hash"));

        assertTaken(
                () -> tokens().add(
                                new ApiToken(UUID.randomUUID(), identifier, "api", user, "", Optional.empty()),
                                unique("hash")),
                "identifier");
    }

    @Test
    void deletesOnce() {
        ApiToken token = new ApiToken(UUID.randomUUID(), unique("t"), "api", user().id(), "", Optional.empty());
        tokens().add(token, unique("hash"));

        assertThat(tokens().delete(token.id())).isTrue();
        assertThat(tokens().delete(token.id())).isFalse();
        assertThat(tokens().find(token.id())).isEmpty();
    }
}
