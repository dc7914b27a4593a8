package org.gatewright.testkit.port.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.store.KeyStore;
import org.junit.jupiter.api.Test;

/** What a store of signing keys promises. */
abstract class KeyStoreContract extends StoreContract {

    private final String algorithm = unique("alg");

    private KeyStore keys() {
        return stores().keys();
    }

    private KeyStore.Stored key(String role) {
        return new KeyStore.Stored(
                UUID.randomUUID(), unique("k"), algorithm, role, NOW, Optional.empty(), "{\"kty\":\"RSA\"}", "sealed");
    }

    private KeyStore.Stored stored(UUID id) {
        return keys().list().stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void returnsWhatWasAdded() {
        KeyStore.Stored key = key("named");

        assertThat(keys().add(key)).isTrue();
        assertThat(stored(key.id())).isEqualTo(key);
        assertThat(key.toString()).doesNotContain("sealed");
    }

    @Test
    void hasOneDefaultKeyOfAnAlgorithm() {
        KeyStore.Stored first = key("default");
        KeyStore.Stored second = key("default");
        assertThat(keys().add(first)).isTrue();
        stores().transactions().run(() -> {
            assertThat(keys().add(second)).isFalse();
            assertThat(keys().add(key("named"))).isTrue();
        });

        stores().transactions().run(() -> {
            assertThat(keys().change(first.id(), "default", "retired", Optional.of(LATER)))
                    .isTrue();
            assertThat(keys().add(second)).isTrue();
        });
        assertThat(stored(first.id()).role()).isEqualTo("retired");
        assertThat(stored(first.id()).expires()).contains(LATER);
        assertThat(stored(second.id()).role()).isEqualTo("default");
    }

    @Test
    void letsOneOfManyAddTheDefaultKey() {
        assertOneWins(() -> keys().add(key("default")));
    }

    @Test
    void changesFromTheExpectedRoleOnly() {
        KeyStore.Stored key = key("default");
        keys().add(key);

        assertThat(keys().change(key.id(), "named", "retired", Optional.empty()))
                .isFalse();
        assertThat(keys().change(UUID.randomUUID(), "default", "retired", Optional.empty()))
                .isFalse();
        assertOneWins(() -> keys().change(key.id(), "default", "retired", Optional.of(LATER)));
    }

    @Test
    void deletesWhatHasExpired() {
        KeyStore.Stored key = key("named");
        keys().add(key);
        keys().change(key.id(), "named", "retired", Optional.of(LATER));
        keys().deleteExpired(NOW);
        assertThat(stored(key.id()).role()).isEqualTo("retired");

        KeyStore.Stored other = key("named");
        keys().add(other);
        assertThat(keys().deleteExpired(LATER)).isPositive();
        assertThat(keys().list())
                .extracting(KeyStore.Stored::id)
                .contains(other.id())
                .doesNotContain(key.id());
    }
}
