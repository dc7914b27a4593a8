package org.gatewright.kernel.session;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The algorithms that we sign with. */
enum KeyAlgorithm {
    /** RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518 § 3.3). */
    RS256("RS256", () -> RsaJwkGenerator.generateJwk(2048)),
    /** ECDSA with P-256 and SHA-256 (RFC 7518 § 3.4). */
    ES256("ES256", () -> EcJwkGenerator.generateJwk(EllipticCurves.P256)),
    /** Ed25519 (RFC 8037). */
    EDDSA("EdDSA", () -> OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519));

    private interface Generator {
        PublicJsonWebKey generate() throws JoseException;
    }

    private final String jwaName;
    private final Generator generator;

    KeyAlgorithm(String jwaName, Generator generator) {
        this.jwaName = jwaName;
        this.generator = generator;
    }

    String jwaName() {
        return jwaName;
    }

    /** Makes a key pair whose key id is its thumbprint (RFC 7638). */
    PublicJsonWebKey generate() {
        try {
            PublicJsonWebKey key = generator.generate();
            key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
            key.setUse("sig");
            key.setAlgorithm(jwaName);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException("this Java platform cannot make keys for " + jwaName, e);
        }
    }

    static Optional<KeyAlgorithm> named(String jwaName) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.jwaName.equals(jwaName))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(KeyAlgorithm::jwaName).toList();
    }
}
