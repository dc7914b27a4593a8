package org.gatewright.kernel.session;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.json.JsonSyntaxException;
import org.gatewright.json.JsonText;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.session.TokenSigner;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs and checks JSON Web Tokens with the keys of the ring. The algorithm comes from our key, never from the token. */
@Component
public final class JoseTokenSigner implements TokenSigner {

    private static final Logger LOG = LoggerFactory.getLogger(JoseTokenSigner.class);
    private static final int LONGEST_TOKEN = 65_536;
    private static final String TYPE = "typ";
    private static final String KEY_ID = "kid";

    private final KeyRing ring;
    private final Clock clock;

    /** Takes the ring. */
    @Activate
    public JoseTokenSigner(@Reference KeyRing ring) {
        this(ring, Clock.systemUTC());
    }

    JoseTokenSigner(KeyRing ring, Clock clock) {
        this.ring = ring;
        this.clock = clock;
    }

    @Override
    public String sign(String type, JsonObject claims, Optional<UUID> key) {
        LoadedKey chosen = chosen(key);
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(chosen.stored().algorithm());
        token.setKeyIdHeaderValue(chosen.kid());
        token.setHeader(TYPE, type);
        token.setPayload(JsonText.write(claims));
        token.setKey(chosen.pair().getPrivateKey());
        token.setDoKeyValidation(false); // our own key, checked when it was made
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a signing key of ours does not sign", e);
        }
    }

    @Override
    public Optional<JsonObject> verify(String type, String token) {
        if (token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        try {
            return verified(type, token);
        } catch (JoseException | JsonSyntaxException e) {
            LOG.debug("A token is refused: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public JsonObject publicKeys() {
        return ring.keys().publicKeys();
    }

    @Override
    public String algorithm(Optional<UUID> key) {
        return chosen(key).stored().algorithm();
    }

    @Override
    public Set<String> algorithms() {
        return Set.copyOf(ring.keys().algorithms());
    }

    private Optional<JsonObject> verified(String type, String token) throws JoseException {
        JsonObject header = header(token);
        Optional<LoadedKey> key = header.text(KEY_ID).flatMap(this::published);
        if (key.isEmpty() || !header.equals(header(type, key.get()))) {
            return Optional.empty();
        }
        JsonWebSignature signed = new JsonWebSignature();
        signed.setCompactSerialization(token);
        signed.setAlgorithmConstraints(new AlgorithmConstraints(
                ConstraintType.PERMIT, key.get().stored().algorithm()));
        signed.setKey(key.get().pair().getPublicKey());
        return signed.verifySignature() ? Optional.of(JsonText.read(signed.getPayload())) : Optional.empty();
    }

    /** Reads the header before the library does, which takes the types of its members for granted. */
    private static JsonObject header(String token) throws JoseException {
        try {
            byte[] text = Base64.getUrlDecoder().decode(token.substring(0, Math.max(token.indexOf('.'), 0)));
            return JsonText.read(new String(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new JoseException("the header is not base64url", e);
        }
    }

    /** The only header that a token of ours has: no {@code crit}, no {@code jwk}, nothing else. */
    private static JsonObject header(String type, LoadedKey key) {
        return JsonObject.of("alg", key.stored().algorithm())
                .with(KEY_ID, key.kid())
                .with(TYPE, type);
    }

    private Optional<LoadedKey> published(String kid) {
        return ring.keys()
                .byKid(kid)
                .or(() -> ring.fresher().byKid(kid))
                .filter(key -> key.isPublished(clock.instant()));
    }

    private LoadedKey chosen(Optional<UUID> id) {
        return ring.keys().chosen(id).orElseThrow(() -> SessionError.noKey(id));
    }
}
