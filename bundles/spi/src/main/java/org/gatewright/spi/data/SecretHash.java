package org.gatewright.spi.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A secret of high entropy of which only the SHA-256 digest is kept: a client secret, a token. Not for passwords, which need a slow hash.
 *
 * <p>As the type of a settings component the secret is hashed when it is set, shown once when it was generated, and cannot be read back.
 *
 * @param digest SHA-256 of the UTF-8 bytes of the secret in lower-case hexadecimal, 64 characters
 * @since 1.0
 */
public record SecretHash(String digest) {

    /** @throws IllegalArgumentException if the digest has not 64 characters */
    public SecretHash {
        if (digest.length() != 64) {
            throw new IllegalArgumentException("a SHA-256 digest has 64 hexadecimal characters");
        }
    }

    /** Hashes the secret. */
    public static SecretHash of(String secret) {
        return new SecretHash(HexFormat.of().formatHex(sha256(secret)));
    }

    /** Tells in constant time whether this is the hash of the candidate. */
    public boolean matches(String candidate) {
        return MessageDigest.isEqual(
                digest.getBytes(StandardCharsets.US_ASCII),
                HexFormat.of().formatHex(sha256(candidate)).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "***";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
