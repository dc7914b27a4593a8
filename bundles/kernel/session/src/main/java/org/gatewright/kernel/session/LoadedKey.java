package org.gatewright.kernel.session;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.json.JsonText;
import org.gatewright.port.crypto.Sealer;
import org.gatewright.port.session.SigningKey;
import org.gatewright.port.store.KeyStore;
import org.gatewright.spi.data.JsonObject;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * A key in memory, ready for use.
 *
 * @param stored as it is stored
 * @param pair the key pair
 * @param publicJwk the public half, to publish
 * @param replaces ids of the keys that it has taken the place of, all the way back: settings may still name one of them
 * @param certificate of an RSA key
 */
record LoadedKey(
        KeyStore.Stored stored,
        PublicJsonWebKey pair,
        JsonObject publicJwk,
        List<UUID> replaces,
        Optional<X509Certificate> certificate) {

    private static final String DEFAULT = "default";
    private static final String NAMED = "named";
    private static final String RETIRED = "retired";
    private static final String PURPOSE = "signing-key";
    private static final String REPLACES = "replaces";
    private static final String CERTIFICATE = "certificate";

    LoadedKey {
        replaces = List.copyOf(replaces);
    }

    /** A new key that is used where no key is named. */
    static LoadedKey standard(KeyAlgorithm algorithm, Instant now, Sealer sealer) {
        return generated(algorithm, "Default " + algorithm.jwaName(), DEFAULT, List.of(), now, sealer);
    }

    /** A new key that is used where it is named. */
    static LoadedKey named(KeyAlgorithm algorithm, String name, Instant now, Sealer sealer) {
        return generated(algorithm, name, NAMED, List.of(), now, sealer);
    }

    /** A new key that takes the place of this one. */
    LoadedKey successor(Instant now, Sealer sealer) {
        List<UUID> replaced = new ArrayList<>(replaces);
        replaced.add(stored.id());
        KeyAlgorithm algorithm = KeyAlgorithm.named(stored.algorithm()).orElseThrow();
        return generated(algorithm, stored.name(), stored.role(), replaced, now, sealer);
    }

    /** Opens a stored key; empty if it does not open with the secret key. */
    static Optional<LoadedKey> open(KeyStore.Stored stored, Sealer sealer) {
        return sealer.open(PURPOSE, stored.sealedPrivateJwk()).map(text -> {
            JsonObject privateJwk = JsonText.read(text);
            List<UUID> replaces =
                    privateJwk.texts(REPLACES).stream().map(UUID::fromString).toList();
            PublicJsonWebKey pair =
                    parse(JsonText.write(privateJwk.without(REPLACES).without(CERTIFICATE)));
            Optional<X509Certificate> certificate = privateJwk
                    .text(CERTIFICATE)
                    .map(Certificates::read)
                    .or(() -> Certificates.of(pair, stored.created())); // a key from before keys had certificates
            return new LoadedKey(stored, pair, JsonText.read(stored.publicJwk()), replaces, certificate);
        });
    }

    LoadedKey with(KeyStore.Stored now) {
        return new LoadedKey(now, pair, publicJwk, replaces, certificate);
    }

    boolean isActive() {
        return !stored.role().equals(RETIRED);
    }

    boolean isDefault() {
        return stored.role().equals(DEFAULT);
    }

    boolean isPublished(Instant now) {
        return stored.expires().map(now::isBefore).orElse(true);
    }

    String kid() {
        return pair.getKeyId();
    }

    SigningKey shown() {
        return new SigningKey(
                stored.id(),
                stored.name(),
                stored.algorithm(),
                isActive() ? "active" : RETIRED,
                stored.created(),
                stored.expires(),
                publicJwk);
    }

    /** Stops signing with the key but publishes it until the moment given; false if somebody else was faster. */
    boolean retire(KeyStore store, Instant until) {
        return store.change(stored.id(), stored.role(), RETIRED, Optional.of(until));
    }

    /** Keeps the private key out of logs. */
    @Override
    public String toString() {
        return "LoadedKey[" + stored + "]";
    }

    private static LoadedKey generated(
            KeyAlgorithm algorithm, String name, String role, List<UUID> replaces, Instant now, Sealer sealer) {
        PublicJsonWebKey pair = algorithm.generate();
        Optional<X509Certificate> certificate = Certificates.of(pair, now);
        String publicJwk = pair.toJson(OutputControlLevel.PUBLIC_ONLY);
        JsonObject privateJwk = JsonText.read(pair.toJson(OutputControlLevel.INCLUDE_PRIVATE))
                .with(REPLACES, replaces)
                .with(CERTIFICATE, certificate.map(Certificates::text));
        KeyStore.Stored stored = new KeyStore.Stored(
                UUID.randomUUID(),
                name,
                algorithm.jwaName(),
                role,
                now,
                Optional.empty(),
                publicJwk,
                sealer.seal(PURPOSE, JsonText.write(privateJwk)));
        return new LoadedKey(stored, pair, JsonText.read(publicJwk), replaces, certificate);
    }

    private static PublicJsonWebKey parse(String jwk) {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(jwk);
        } catch (JoseException e) {
            throw new IllegalStateException("a stored signing key is not a JSON Web Key", e);
        }
    }
}
