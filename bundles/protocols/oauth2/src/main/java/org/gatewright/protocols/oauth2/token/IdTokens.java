package org.gatewright.protocols.oauth2.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.gatewright.protocols.oauth2.client.Client;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.session.Grant;
import org.gatewright.spi.session.TokenSigner;

/** Issues ID tokens (OpenID Connect Core section 2) and reads those that clients send back as a hint. */
public final class IdTokens {

    private static final String TYPE = "JWT";

    private final TokenSigner signer;

    /** Creates it over what signs. */
    public IdTokens(TokenSigner signer) {
        this.signer = signer;
    }

    /** Issues a token; the claims given are those beside the protocol's own. */
    String issue(Client client, Grant grant, JsonObject claims, String accessToken, Instant now, Instant expires) {
        GrantFacts facts = GrantFacts.of(grant);
        JsonObject own = JsonObject.of("iss", facts.issuer())
                .with("sub", facts.subject())
                .with("aud", client.clientId())
                .with("exp", expires.getEpochSecond())
                .with("iat", now.getEpochSecond())
                .with("auth_time", facts.authTime())
                .with("sid", grant.session())
                .with("at_hash", accessTokenHash(client, accessToken));
        JsonObject methods = facts.methods().isEmpty() ? own : own.with("amr", facts.methods());
        return signer.sign(TYPE, claims.merge(methods), client.settings().signingKey());
    }

    /** Reads an ID token of this client, expired or not. */
    public Optional<IdTokenHint> hint(String token, Client client) {
        return signer.verify(TYPE, token)
                .filter(claims ->
                        claims.text("aud").filter(client.clientId()::equals).isPresent())
                .map(claims -> new IdTokenHint(claims.text("sub").orElse(""), claims.text("sid")));
    }

    /** The left half of the hash that the signature's algorithm uses (OpenID Connect Core section 3.1.3.6). */
    private String accessTokenHash(Client client, String accessToken) {
        byte[] digest = digest(signer.algorithm(client.settings().signingKey()), accessToken);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, digest.length / 2));
    }

    private static byte[] digest(String algorithm, String text) {
        String hash = algorithm.endsWith("256") ? "SHA-256" : algorithm.endsWith("384") ? "SHA-384" : "SHA-512";
        try {
            return MessageDigest.getInstance(hash).digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + hash, e);
        }
    }
}
