package org.gatewright.testkit.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.session.TokenSigner;

/**
 * Tokens whose claims stay in memory. A token that it did not make is not good.
 *
 * @since 1.0
 */
public final class FakeTokenSigner implements TokenSigner {

    private record Signed(String type, JsonObject claims, Optional<UUID> key) {}

    private final Map<String, Signed> tokens = new HashMap<>();
    private final String algorithm;

    /** Creates one that says it signs with RS256. */
    public FakeTokenSigner() {
        this("RS256");
    }

    /** Creates one that says it signs with the algorithm. */
    public FakeTokenSigner(String algorithm) {
        this.algorithm = algorithm;
    }

    @Override
    public String sign(String type, JsonObject claims, Optional<UUID> key) {
        String token = "header." + type.replace('+', '-') + ".signature-" + (tokens.size() + 1);
        tokens.put(token, new Signed(type, claims, key));
        return token;
    }

    @Override
    public Optional<JsonObject> verify(String type, String token) {
        return Optional.ofNullable(tokens.get(token))
                .filter(signed -> signed.type().equals(type))
                .map(Signed::claims);
    }

    /** Returns the key that a token was signed with. */
    public Optional<UUID> keyOf(String token) {
        return Optional.ofNullable(tokens.get(token)).flatMap(Signed::key);
    }

    @Override
    public JsonObject publicKeys() {
        return JsonObject.of("keys", List.of(JsonObject.of("kty", "RSA").with("kid", "test")));
    }

    @Override
    public String algorithm(Optional<UUID> key) {
        return algorithm;
    }

    @Override
    public Set<String> algorithms() {
        return Set.of(algorithm);
    }
}
