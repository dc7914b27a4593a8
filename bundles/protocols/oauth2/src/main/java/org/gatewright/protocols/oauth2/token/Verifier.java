package org.gatewright.protocols.oauth2.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks the proof that a code is redeemed by whom it was made for (RFC 7636 section 4.6). */
final class Verifier {

    private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private Verifier() {}

    /** Tells whether the verifier belongs to the challenge. One without the other does not: that would be a downgrade (RFC 9700 section 4.8.2). */
    static boolean matches(Optional<String> challenge, Optional<String> verifier) {
        if (challenge.isEmpty() || verifier.isEmpty()) {
            return challenge.isEmpty() && verifier.isEmpty();
        }
        return SYNTAX.matcher(verifier.get()).matches()
                && MessageDigest.isEqual(ascii(challenge.get()), ascii(s256(verifier.get())));
    }

    private static String s256(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(ascii(verifier));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
