package org.gatewright.protocols.saml.respond;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes values that nobody can guess, and hashes that tell nothing of what they are made of. */
final class Identifiers {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 20;

    private Identifiers() {}

    /** Returns a new ID for an element (SAML core section 1.3.4). */
    static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return "_" + HexFormat.of().formatHex(bytes);
    }

    /** What is hashed holds an id of ours, which is random, so the hash cannot be guessed. */
    static String hash(String purpose, Object provider, Object id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("saml/" + purpose + "/" + provider + "/" + id).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
