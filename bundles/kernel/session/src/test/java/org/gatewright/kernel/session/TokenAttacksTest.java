package org.gatewright.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gatewright.json.JsonText;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.session.SigningKey;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.GatewrightException;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;

class TokenAttacksTest {

    private static final String TYPE = "at+jwt";
    private static final JsonObject CLAIMS = JsonObject.of("sub", "ada").with("exp", 1_700_000_000);
    private static final JsonObject FORGED = CLAIMS.with("sub", "admin");

    private final KeysFixture node = new KeysFixture().loaded();
    private final SigningKey rsa = key("RS256");

    @Test
    void signsAndChecksWithEveryAlgorithm() {
        for (String algorithm : List.of("RS256", "ES256", "EdDSA")) {
            String token =
                    node.signer.sign(TYPE, CLAIMS, Optional.of(key(algorithm).id()));
            JsonObject header = JsonText.read(text(token.split("\\.")[0]));
            assertThat(header.text("alg")).contains(algorithm);
            assertThat(header.text("typ")).contains(TYPE);
            assertThat(node.signer.verify(TYPE, token)).contains(CLAIMS);
        }
    }

    @Test
    void refusesATokenWithoutSignature() {
        for (String none : List.of("none", "None", "NONE", "")) {
            String header = encode("{\"alg\":\"" + none + "\",\"typ\":\"at+jwt\",\"kid\":\"" + kid(rsa) + "\"}");
            assertRefused(header + "." + encode(JsonText.write(FORGED)) + ".");
        }
    }

    @Test
    void refusesAnHmacUnderThePublicKey() throws Exception {
        byte[] publicKey = node.ring
                .keys()
                .byKid(kid(rsa))
                .orElseThrow()
                .pair()
                .getPublicKey()
                .getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(publicKey)
                + "\n-----END PUBLIC KEY-----\n";
        String text = encode("{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"" + kid(rsa) + "\"}") + "."
                + encode(JsonText.write(FORGED));
        for (byte[] secret : List.of(publicKey, pem.getBytes(StandardCharsets.US_ASCII))) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            assertRefused(text + "."
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII))));
        }
    }

    @Test
    void refusesAnotherAlgorithmOfTheSameKey() throws Exception {
        for (String algorithm : List.of("RS384", "RS512", "PS256")) {
            JsonWebSignature token = foreign(algorithm, kid(rsa), TYPE);
            token.setKey(node.ring.keys().byKid(kid(rsa)).orElseThrow().pair().getPrivateKey());
            assertRefused(token.getCompactSerialization());
        }
    }

    @Test
    void refusesTheKeyIdOfAKeyOfAnotherAlgorithm() {
        String token = node.signer.sign(TYPE, CLAIMS, Optional.of(key("ES256").id()));
        String[] parts = token.split("\\.");
        String header = text(parts[0]).replace(kid(key("ES256")), kid(rsa));
        assertRefused(encode(header) + "." + parts[1] + "." + parts[2]);
    }

    @Test
    void refusesAnotherType() {
        String token = node.signer.sign("JWT", CLAIMS, Optional.empty());
        assertThat(node.signer.verify("JWT", token)).isPresent();
        assertRefused(token);
        assertThat(node.signer.verify("jwt", token)).isEmpty();
        assertThat(node.signer.verify("", token)).isEmpty();
    }

    @Test
    void refusesAKeyThatItDoesNotKnowEvenIfTheTokenBringsIt() throws Exception {
        var own = KeyAlgorithm.RS256.generate();
        JsonWebSignature token = foreign("RS256", own.getKeyId(), TYPE);
        token.setJwkHeader(own);
        token.setKey(own.getPrivateKey());
        assertRefused(token.getCompactSerialization());
        JsonWebSignature borrowed = foreign("RS256", kid(rsa), TYPE);
        borrowed.setJwkHeader(own);
        borrowed.setKey(own.getPrivateKey());
        assertRefused(borrowed.getCompactSerialization());
    }

    @Test
    void refusesATokenWithoutKeyIdOrType() throws Exception {
        var pair = node.ring.keys().byKid(kid(rsa)).orElseThrow().pair();
        JsonWebSignature withoutKid = new JsonWebSignature();
        withoutKid.setAlgorithmHeaderValue("RS256");
        withoutKid.setHeader("typ", TYPE);
        withoutKid.setPayload(JsonText.write(FORGED));
        withoutKid.setKey(pair.getPrivateKey());
        assertRefused(withoutKid.getCompactSerialization());
        JsonWebSignature withoutType = new JsonWebSignature();
        withoutType.setAlgorithmHeaderValue("RS256");
        withoutType.setKeyIdHeaderValue(kid(rsa));
        withoutType.setPayload(JsonText.write(FORGED));
        withoutType.setKey(pair.getPrivateKey());
        assertRefused(withoutType.getCompactSerialization());
    }

    @Test
    void refusesEveryChangedCharacterOfTheClaimsAndOfTheSignature() {
        for (String algorithm : List.of("ES256", "EdDSA", "RS256")) {
            String token =
                    node.signer.sign(TYPE, CLAIMS, Optional.of(key(algorithm).id()));
            for (int i = token.indexOf('.') + 1; i < token.length() - 1; i++) {
                char other = token.charAt(i) == 'A' ? 'B' : 'A';
                if (token.charAt(i) != '.' && token.charAt(i + 1) != '.') {
                    assertRefused(token.substring(0, i) + other + token.substring(i + 1));
                }
            }
        }
    }

    /** CVE-2022-21449: all zeros passed for ECDSA. */
    @Test
    void refusesASignatureOfZeros() {
        String token = node.signer.sign(TYPE, CLAIMS, Optional.of(key("ES256").id()));
        String zeros = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);
        assertRefused(token.substring(0, token.lastIndexOf('.') + 1) + zeros);
        assertRefused(token.substring(0, token.lastIndexOf('.') + 1));
    }

    @Test
    void refusesWhatIsNoTokenAtAll() {
        for (String text : List.of("", ".", "..", "a.b.c", "a.b.c.d.e", "ä.ö.ü", "{}", "x".repeat(100_000))) {
            assertRefused(text);
        }
        assertRefused(encode("[]") + "." + encode("{}") + ".x");
        assertRefused(encode("{\"alg\":1,\"kid\":[],\"typ\":{}}") + "." + encode("{}") + ".x");
        assertRefused(encode("{\"alg\":\"RS256\",\"kid\":null,\"typ\":null}") + "." + encode("{}") + ".x");
        assertRefused(encode("{".repeat(5_000)) + "." + encode("{}") + ".x");
    }

    @Test
    void refusesAnUnknownCriticalHeader() throws Exception {
        JsonWebSignature token = foreign("RS256", kid(rsa), TYPE);
        token.setHeader("exotic", "yes");
        token.setCriticalHeaderNames("exotic");
        token.setKey(node.ring.keys().byKid(kid(rsa)).orElseThrow().pair().getPrivateKey());
        assertRefused(token.getCompactSerialization());
    }

    @Test
    void doesNotSignWithAKeyThatIsNotThere() {
        assertThatThrownBy(() -> node.signer.sign(TYPE, CLAIMS, Optional.of(UUID.randomUUID())))
                .isInstanceOfSatisfying(
                        GatewrightException.class, e -> assertThat(e.code()).isEqualTo(SessionError.KEY_UNAVAILABLE));
        assertThatThrownBy(() -> node.signer.algorithm(Optional.of(UUID.randomUUID())))
                .isInstanceOf(GatewrightException.class);
    }

    @Test
    void keepsNumbersAndNestingOfClaims() {
        JsonObject claims = CLAIMS.with("groups", List.of("a", "ü"))
                .with("address", JsonObject.of("zip", "1"))
                .with("n", new java.math.BigDecimal("1.5"));
        assertThat(node.signer.verify(TYPE, node.signer.sign(TYPE, claims, Optional.empty())))
                .contains(claims);
    }

    @Test
    void aRetiredKeyStillVerifiesButNeverSigns() {
        String token = node.signer.sign(TYPE, CLAIMS, Optional.of(rsa.id()));
        node.keys.rotate(Actor.system(), rsa.id());
        assertThat(node.signer.verify(TYPE, token)).contains(CLAIMS);
        assertThat(node.signer.sign(TYPE, CLAIMS, Optional.of(rsa.id()))).doesNotStartWith(token.split("\\.")[0]);
    }

    private void assertRefused(String token) {
        assertThat(node.signer.verify(TYPE, token)).as(token).isEmpty();
    }

    private static JsonWebSignature foreign(String algorithm, String kid, String type) {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(algorithm);
        token.setKeyIdHeaderValue(kid);
        token.setHeader("typ", type);
        token.setPayload(JsonText.write(FORGED));
        return token;
    }

    private SigningKey key(String algorithm) {
        return node.keys.list().stream()
                .filter(key -> key.algorithm().equals(algorithm))
                .findFirst()
                .orElseThrow();
    }

    private static String kid(SigningKey key) {
        return key.publicJwk().text("kid").orElseThrow();
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String encoded) {
        return new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
    }
}
