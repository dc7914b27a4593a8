package org.gatewright.stages.authenticatorvalidate;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app, made from RFC 6238 alone. */
final class App {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;

    App(String base32) {
        BigInteger bits = BigInteger.ZERO;
        for (char digit : base32.toCharArray()) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf(ALPHABET.indexOf(digit)));
        }
        int length = base32.length() * 5 / 8;
        byte[] whole = bits.toByteArray();
        secret = new byte[length];
        byte[] tail = Arrays.copyOfRange(whole, Math.max(0, whole.length - length), whole.length);
        System.arraycopy(tail, 0, secret, length - tail.length, tail.length);
    }

    String code(Instant moment) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(
                    ByteBuffer.allocate(8).putLong(moment.getEpochSecond() / 30).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A code that is not right at the moment, nor around it. */
    String wrongCode(Instant moment) {
        for (int number = 0; ; number++) {
            String code = String.format("%06d", number);
            boolean right = false;
            for (int step = -2; step <= 2; step++) {
                right |= code.equals(code(moment.plusSeconds(30L * step)));
            }
            if (!right) {
                return code;
            }
        }
    }
}
