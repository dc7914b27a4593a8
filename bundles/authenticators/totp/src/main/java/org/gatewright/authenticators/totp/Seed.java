package org.gatewright.authenticators.totp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.gatewright.spi.data.JsonObject;

/**
 * What a device and the server share.
 *
 * @param secret as many bytes as the hash function gives (RFC 4226 section 4, R6; RFC 6238 section 5.1)
 * @param last the last step of which a code was accepted; no code of it or of an earlier one is accepted again (RFC 6238 section 5.2)
 */
record Seed(byte[] secret, int digits, Algorithm algorithm, long last) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 20;
    private static final int LONG_BYTES = 32;

    static Seed random(int digits, Algorithm algorithm) {
        byte[] secret = new byte[algorithm == Algorithm.SHA1 ? BYTES : LONG_BYTES];
        RANDOM.nextBytes(secret);
        return new Seed(secret, digits, algorithm, -1);
    }

    static Seed read(JsonObject content) {
        return new Seed(
                Base64.getDecoder().decode(content.text("secret").orElse("")),
                content.integer("digits").orElse(0L).intValue(),
                Algorithm.valueOf(content.text("algorithm").orElse("")),
                content.integer("last").orElse(-1L));
    }

    JsonObject write() {
        return JsonObject.of("secret", Base64.getEncoder().encodeToString(secret))
                .with("digits", (long) digits)
                .with("algorithm", algorithm.name())
                .with("last", last);
    }

    /** Returns the step of the code, if it is one that may still be used. Looks at all of them, in constant time each. */
    OptionalLong step(String code, Instant now, int drift) {
        long current = OneTimeCode.step(now);
        byte[] given = code.getBytes(StandardCharsets.UTF_8);
        long[] matching = LongStream.rangeClosed(current - drift, current + drift)
                .filter(step -> isCode(step, given))
                .filter(step -> step > last)
                .toArray();
        return matching.length == 0 ? OptionalLong.empty() : OptionalLong.of(matching[0]);
    }

    Seed usedAt(long step) {
        return new Seed(secret, digits, algorithm, step);
    }

    /** The secret as it is typed into an app. */
    String text() {
        return Base32.encode(secret);
    }

    private boolean isCode(long step, byte[] given) {
        String code = OneTimeCode.at(secret, step, digits, algorithm);
        return MessageDigest.isEqual(code.getBytes(StandardCharsets.UTF_8), given);
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "Seed[" + algorithm.name().toLowerCase(Locale.ROOT) + "]";
    }
}
