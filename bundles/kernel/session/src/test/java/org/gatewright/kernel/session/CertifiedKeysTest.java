package org.gatewright.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.json.JsonText;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.session.SigningKey;
import org.gatewright.port.store.KeyStore;
import org.gatewright.spi.error.ErrorKind;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.session.CertifiedKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What protocols sign with that sign no tokens. */
class CertifiedKeysTest {

    private static final Actor SYSTEM = Actor.system();
    private static final byte[] TEXT = "to be signed".getBytes(StandardCharsets.UTF_8);

    private final KeysFixture node = new KeysFixture().loaded();

    @ParameterizedTest
    @ValueSource(strings = {"SHA256withRSA", "SHA384withRSA", "SHA512withRSA"})
    void aHandleSignsWhatItsCertificateVerifies(String algorithm) throws Exception {
        CertifiedKey key = node.certified.active(Optional.empty());

        byte[] signed = sign(algorithm, key.privateKey());

        assertThat(verifies(algorithm, key.certificate(), signed)).isTrue();
        key.certificate().verify(key.certificate().getPublicKey());
    }

    @Test
    void aHandleCannotBeRead() {
        PrivateKey key = node.certified.active(Optional.empty()).privateKey();

        assertThat(key.getEncoded()).isNull();
        assertThat(key.getFormat()).isNull();
        assertThat(key).isNotInstanceOf(RSAKey.class).hasToString("***");
        assertThatThrownBy(() -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(key))
                .isInstanceOf(NotSerializableException.class);
    }

    @Test
    void aHandleSignsWithNothingWeak() {
        PrivateKey key = node.certified.active(Optional.empty()).privateKey();
        for (String weak : List.of("SHA1withRSA", "MD5withRSA", "NONEwithRSA")) {
            assertThatThrownBy(() -> sign(weak, key)).as(weak).isInstanceOf(InvalidKeyException.class);
        }
    }

    @Test
    void otherKeysAreStillSignedWithByJava() throws Exception {
        PrivateKey plain = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(plain);
        assertThat(signature.getProvider().getName()).isNotEqualTo(HandleProvider.NAME);
    }

    @Test
    void theCertificateIsTheSameOnEachNodeAndAfterARestart() {
        X509Certificate certificate = node.certified.active(Optional.empty()).certificate();

        assertThat(node.otherNode().loaded().certified.active(Optional.empty()).certificate())
                .isEqualTo(certificate);
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=Gatewright");
        assertThat(certificate.getNotAfter())
                .isAfter(Date.from(node.clock.instant().plus(Duration.ofDays(20 * 365))));
    }

    @Test
    void aKeyFromBeforeKeysHadCertificatesGetsTheSameOneEverywhere() {
        KeyStore.Stored stored = standard();
        String old = JsonText.write(JsonText.read(node.sealer
                        .open("signing-key", stored.sealedPrivateJwk())
                        .orElseThrow())
                .without("certificate"));
        KeyStore.Stored before = new KeyStore.Stored(
                stored.id(),
                stored.name(),
                stored.algorithm(),
                stored.role(),
                stored.created(),
                stored.expires(),
                stored.publicJwk(),
                node.sealer.seal("signing-key", old));

        assertThat(LoadedKey.open(before, node.sealer).orElseThrow().certificate())
                .isPresent()
                .isEqualTo(LoadedKey.open(before, node.sealer).orElseThrow().certificate());
    }

    @Test
    void rotationSignsWithTheNewKeyAndLetsTheOldCertificateBeTrustedForTheOverlap() {
        X509Certificate old = node.certified.active(Optional.empty()).certificate();
        SigningKey fresh = node.keys.rotate(SYSTEM, standard().id());

        X509Certificate now = node.certified.active(Optional.empty()).certificate();
        assertThat(now).isNotEqualTo(old);
        assertThat(node.certified.trusted(Optional.empty())).containsExactly(now, old);
        assertThat(node.certified.trusted(Optional.of(fresh.id()))).containsExactly(now, old);

        node.clock.advance(Duration.ofDays(31));
        assertThat(node.certified.trusted(Optional.empty())).containsExactly(now);
    }

    @Test
    void aKeyOfAnotherProviderIsNotTrusted() {
        SigningKey other = node.keys.create(SYSTEM, "other", "RS256");

        assertThat(node.certified.trusted(Optional.empty())).hasSize(1);
        assertThat(node.certified.trusted(Optional.of(other.id())))
                .doesNotContainAnyElementsOf(node.certified.trusted(Optional.empty()));
    }

    @Test
    void refusesAKeyThatIsNotThereOrNoRsaKey() {
        UUID curve = node.keys.create(SYSTEM, "curve", "ES256").id();
        for (UUID id : List.of(UUID.randomUUID(), curve)) {
            assertThatThrownBy(() -> node.certified.active(Optional.of(id)))
                    .isInstanceOfSatisfying(
                            GatewrightException.class,
                            refused -> assertThat(refused.code().kind()).isEqualTo(ErrorKind.UNAVAILABLE));
        }
    }

    private KeyStore.Stored standard() {
        return node.database.keys().list().stream()
                .filter(key -> key.algorithm().equals("RS256") && key.role().equals("default"))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] sign(String algorithm, PrivateKey key) throws Exception {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(TEXT);
        return signature.sign();
    }

    private static boolean verifies(String algorithm, X509Certificate certificate, byte[] signed) throws Exception {
        Signature signature = Signature.getInstance(algorithm);
        signature.initVerify(certificate);
        signature.update(TEXT);
        return signature.verify(signed);
    }
}
