package org.gatewright.kernel.directory;

import java.security.SecureRandom;

/** Makes the keys of tokens. */
final class RandomKey {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 60;

    private RandomKey() {}

    /** Returns 60 characters out of 62, which are 357 random bits. */
    static String next() {
        StringBuilder key = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            key.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return key.toString();
    }
}
