package org.gatewright.credentials.argon2id;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hash in the PHC string format: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$tag}.
 *
 * @param version of Argon2: 16 or 19
 */
record PhcString(int version, Cost cost, byte[] salt, byte[] tag) {

    static final String PREFIX = "$argon2id$";
    static final int CURRENT_VERSION = 19;

    private static final int FIRST_VERSION = 16;
    private static final int MAX_TEXT = 1024;
    private static final int MIN_BYTES = 4;
    private static final Pattern SYNTAX = Pattern.compile("\\$argon2id(?:\\$v=(16|19))?"
            + "\\$m=(\\d{1,9}),t=(\\d{1,9}),p=(\\d{1,9})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    /** @throws IllegalArgumentException if the text is none, or asks for more than this server gives; the message has nothing of the text */
    static PhcString parse(String text) {
        Matcher parts = SYNTAX.matcher(text);
        if (text.length() > MAX_TEXT || !parts.matches()) {
            throw new IllegalArgumentException("the stored text is not a hash of Argon2id");
        }
        String version = parts.group(1);
        return new PhcString(
                version == null ? FIRST_VERSION : Integer.parseInt(version),
                new Cost(number(parts, 2), number(parts, 3), number(parts, 4)),
                bytes(parts, 5),
                bytes(parts, 6));
    }

    String text() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return PREFIX + "v=" + version + "$m=" + cost.memoryKib() + ",t=" + cost.iterations() + ",p="
                + cost.parallelism() + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(tag);
    }

    @Override
    public String toString() {
        return PREFIX + "***";
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static byte[] bytes(Matcher parts, int group) {
        byte[] bytes = Base64.getDecoder().decode(parts.group(group));
        if (bytes.length < MIN_BYTES) {
            throw new IllegalArgumentException("the stored hash of Argon2id is too short");
        }
        return bytes;
    }
}
