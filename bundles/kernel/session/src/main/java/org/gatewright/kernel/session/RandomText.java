package org.gatewright.kernel.session;

import java.security.SecureRandom;
import java.util.Base64;

/** Values that nobody can guess. */
final class RandomText {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** The number of characters of a value. */
    static final int LENGTH = 43;

    private RandomText() {}

    /** Returns 256 random bits as base64url. */
    static String next() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
