package org.gatewright.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.session.SigningKey;
import org.gatewright.port.store.KeyStore;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.ErrorKind;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.testkit.port.FakeSettings;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

    private static final JsonObject CLAIMS = JsonObject.of("sub", "ada");
    private static final Actor SYSTEM = Actor.system();

    private final KeysFixture node = new KeysFixture();

    @Test
    void firstStartMakesOneKeyForEachAlgorithm() {
        node.loaded().ring.refresh();
        assertThat(node.keys.list())
                .extracting(SigningKey::algorithm)
                .containsExactlyInAnyOrder("RS256", "ES256", "EdDSA");
        assertThat(node.signer.algorithms()).containsExactlyInAnyOrder("RS256", "ES256", "EdDSA");
    }

    @Test
    void twoNodesThatStartAtOnceAgreeOnTheKeys() {
        KeysFixture other = node.otherNode();
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(node.ring::refresh), CompletableFuture.runAsync(other.ring::refresh))
                .join();
        assertThat(node.database.keys().list()).hasSize(3);
        assertThat(other.signer.verify("JWT", node.signer.sign("JWT", CLAIMS, Optional.empty())))
                .contains(CLAIMS);
        assertThat(other.signer.publicKeys()).isEqualTo(node.signer.publicKeys());
    }

    @Test
    void publishesPublicHalvesNamedByTheirThumbprint() throws Exception {
        List<JsonObject> published = node.loaded().signer.publicKeys().objects("keys");
        assertThat(published).hasSize(3);
        for (JsonObject key : published) {
            assertThat(key.members()).doesNotContainKeys("d", "p", "q", "dp", "dq", "qi", "k", "replaces");
            assertThat(key.text("use")).contains("sig");
            assertThat(key.text("alg")).isPresent();
            String thumbprint = org.jose4j.jwk.JsonWebKey.Factory.newJwk(org.gatewright.json.JsonText.write(key))
                    .calculateBase64urlEncodedThumbprint("SHA-256");
            assertThat(key.text("kid")).contains(thumbprint);
        }
    }

    @Test
    void storesPrivateHalvesSealedAndLogsNone() {
        node.loaded();
        for (KeyStore.Stored stored : node.database.keys().list()) {
            assertThat(stored.sealedPrivateJwk()).doesNotContain("{").doesNotContain("\"d\"");
            assertThat(stored.publicJwk()).doesNotContain("\"d\"");
            assertThat(stored.toString()).doesNotContain(stored.sealedPrivateJwk());
        }
        assertThat(node.ring.keys().keys().toString()).doesNotContain("\"d\"").doesNotContain("kty");
    }

    @Test
    void rotationSignsWithTheNewKeyAndStillAcceptsTheOldOneForTheOverlap() {
        SigningKey old = standard(node.loaded(), "RS256");
        String token = node.signer.sign("JWT", CLAIMS, Optional.empty());
        SigningKey fresh = node.keys.rotate(SYSTEM, old.id());
        assertThat(kid(node.signer.sign("JWT", CLAIMS, Optional.empty())))
                .isEqualTo(fresh.publicJwk().text("kid").orElseThrow());
        assertThat(node.signer.verify("JWT", token)).contains(CLAIMS);
        assertThat(node.signer.publicKeys().objects("keys")).hasSize(4);
        assertThat(node.keys.list()).extracting(SigningKey::state).containsOnlyOnce("retired");
        node.clock.advance(Duration.ofDays(30));
        assertThat(node.signer.verify("JWT", token)).isEmpty();
        node.ring.refresh();
        assertThat(node.signer.publicKeys().objects("keys")).hasSize(3);
        assertThat(node.events.actions()).containsExactly("secret_rotate");
    }

    @Test
    void theOverlapIsASetting() {
        node.loaded();
        StoredSigningKeys keys = new StoredSigningKeys(
                node.ring,
                node.database.keys(),
                node.sealer,
                node.events,
                node.database.transactions(),
                new FakeSettings().with("keys", "overlap", "2"),
                node.clock);
        SigningKey old = standard(node, "ES256");
        keys.rotate(SYSTEM, old.id());
        assertThat(keys.list())
                .filteredOn(key -> key.id().equals(old.id()))
                .extracting(SigningKey::expires)
                .containsExactly(Optional.of(node.clock.instant().plus(Duration.ofDays(2))));
    }

    @Test
    void settingsThatNameAReplacedKeyGetItsSuccessorEvenWhenTheOldOneIsGone() {
        SigningKey named = node.loaded().keys.create(SYSTEM, "Wiki", "ES256");
        SigningKey second = node.keys.rotate(SYSTEM, named.id());
        SigningKey third = node.keys.rotate(SYSTEM, second.id());
        node.clock.advance(Duration.ofDays(31));
        node.database.keys().deleteExpired(node.clock.instant());
        KeysFixture restarted = node.otherNode().loaded();
        String token = restarted.signer.sign("JWT", CLAIMS, Optional.of(named.id()));
        assertThat(kid(token)).isEqualTo(third.publicJwk().text("kid").orElseThrow());
        assertThat(third.name()).isEqualTo("Wiki");
        assertThat(restarted.keys.list()).hasSize(4);
    }

    @Test
    void aNamedKeySignsOnlyWhereItIsNamed() {
        SigningKey named = node.loaded().keys.create(SYSTEM, " Wiki ", "EdDSA");
        assertThat(named.name()).isEqualTo("Wiki");
        assertThat(node.signer.algorithm(Optional.of(named.id()))).isEqualTo("EdDSA");
        assertThat(node.signer.algorithm(Optional.empty())).isEqualTo("RS256");
        String token = node.signer.sign("JWT", CLAIMS, Optional.of(named.id()));
        assertThat(kid(token)).isEqualTo(named.publicJwk().text("kid").orElseThrow());
        assertThat(node.signer.verify("JWT", token)).contains(CLAIMS);
        assertThat(node.events.actions()).containsExactly("model_created");
    }

    @Test
    void refusesANameOrAnAlgorithmThatIsWrong() {
        node.loaded();
        assertThatThrownBy(() -> node.keys.create(SYSTEM, " ", "RS256"))
                .isInstanceOf(InvalidFieldsException.class)
                .hasMessageStartingWith("name:");
        assertThatThrownBy(() -> node.keys.create(SYSTEM, "x", "HS256"))
                .isInstanceOf(InvalidFieldsException.class)
                .hasMessage("algorithm: Choose one of RS256, ES256, EdDSA.");
    }

    @Test
    void refusesToRotateWhatIsAbsentOrRetired() {
        SigningKey old = standard(node.loaded(), "ES256");
        node.keys.rotate(SYSTEM, old.id());
        assertThatThrownBy(() -> node.keys.rotate(SYSTEM, old.id()))
                .isInstanceOfSatisfying(
                        GatewrightException.class, e -> assertThat(e.code()).isEqualTo(CommonError.CONFLICT));
        assertThatThrownBy(() -> node.keys.rotate(SYSTEM, UUID.randomUUID()))
                .isInstanceOfSatisfying(
                        GatewrightException.class, e -> assertThat(e.code()).isEqualTo(CommonError.NOT_FOUND));
    }

    @Test
    void ofTwoNodesThatRotateOneKeyOneIsRefusedAndLeavesNothing() {
        KeysFixture other = node.loaded().otherNode().loaded();
        SigningKey old = standard(node, "RS256");
        node.keys.rotate(SYSTEM, old.id());
        assertThatThrownBy(() -> other.keys.rotate(SYSTEM, old.id()))
                .isInstanceOfSatisfying(
                        GatewrightException.class, e -> assertThat(e.code()).isEqualTo(CommonError.CONFLICT));
        assertThat(node.database.keys().list()).hasSize(4);
        assertThat(node.events.actions()).containsExactly("secret_rotate");
    }

    @Test
    void aNodeLearnsOfAnotherNodesKeyWhenItMeetsIt() {
        KeysFixture other = node.loaded().otherNode().loaded();
        other.keys.rotate(SYSTEM, standard(other, "RS256").id());
        String token = other.signer.sign("JWT", CLAIMS, Optional.empty());
        assertThat(node.signer.verify("JWT", token)).isEmpty();
        node.clock.advance(Duration.ofSeconds(6));
        assertThat(node.signer.verify("JWT", token)).contains(CLAIMS);
    }

    @Test
    void isNotReadyAndSaysWhyUntilThereAreKeys() {
        assertThat(node.ring.check().ready()).isFalse();
        assertThat(node.ring.check().message()).isEqualTo("The signing keys are being loaded.");
        assertThatThrownBy(() -> node.signer.sign("JWT", CLAIMS, Optional.empty()))
                .isInstanceOfSatisfying(
                        GatewrightException.class,
                        e -> assertThat(e.code().kind()).isEqualTo(ErrorKind.UNAVAILABLE));
        node.database.available(false);
        node.ring.refresh();
        assertThat(node.ring.check().message()).contains("The database does not answer.");
        node.database.available(true);
        node.ring.refresh();
        assertThat(node.ring.check().ready()).isTrue();
        node.database.available(false);
        node.ring.refresh();
        assertThat(node.ring.check().ready()).isTrue();
        assertThat(node.signer.sign("JWT", CLAIMS, Optional.empty())).isNotEmpty();
    }

    @Test
    void makesNoKeysBesideOnesThatItCannotOpen() {
        node.loaded();
        KeyRing other = new KeyRing(
                node.database.keys(), new AesSealer(new FakeSettings().withSecretKey((byte) 1)), node.clock);
        other.refresh();
        assertThat(other.check().ready()).isFalse();
        assertThat(other.check().message()).contains("GATEWRIGHT_SECRET_KEY");
        assertThat(node.database.keys().list()).hasSize(3);
    }

    private static SigningKey standard(KeysFixture on, String algorithm) {
        return on.keys.list().stream()
                .filter(key -> key.algorithm().equals(algorithm) && key.state().equals("active"))
                .findFirst()
                .orElseThrow();
    }

    private static String kid(String token) {
        String header = new String(
                java.util.Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))),
                java.nio.charset.StandardCharsets.UTF_8);
        return org.gatewright.json.JsonText.read(header).text("kid").orElseThrow();
    }
}
