package org.gatewright.authenticators.backupcodes;

import java.security.SecureRandom;
import java.util.Locale;

/** A code of random characters out of 32 that are not mistaken for each other. Shown in groups of four; read without regard to case, blanks and hyphens. */
final class BackupCode {

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz023456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private BackupCode() {}

    static String random(int length) {
        StringBuilder code = new StringBuilder();
        for (int position = 0; position < length; position++) {
            if (position > 0 && position % 4 == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** The one form of what somebody may type. */
    static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }
}
