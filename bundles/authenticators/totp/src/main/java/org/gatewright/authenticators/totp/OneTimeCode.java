package org.gatewright.authenticators.totp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Computes codes: HOTP (RFC 4226) of the number of the time step (RFC 6238 section 4). */
final class OneTimeCode {

    /** Seconds of a step; the default of RFC 6238 section 4.1. */
    static final int PERIOD = 30;

    private static final int SIGN = 0x7f;
    private static final int NIBBLE = 0x0f;
    private static final int TEN = 10;

    private OneTimeCode() {}

    static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), PERIOD);
    }

    /** RFC 4226 section 5.3. */
    static String at(byte[] secret, long counter, int digits, Algorithm algorithm) {
        byte[] hash = hash(secret, counter, algorithm);
        int offset = hash[hash.length - 1] & NIBBLE;
        hash[offset] &= (byte) SIGN;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() % power(digits);
        return String.format("%0" + digits + "d", number);
    }

    private static byte[] hash(byte[] secret, long counter, Algorithm algorithm) {
        try {
            Mac mac = Mac.getInstance(algorithm.mac());
            mac.init(new SecretKeySpec(secret, algorithm.mac()));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm.mac(), e);
        }
    }

    private static int power(int digits) {
        int power = 1;
        for (int digit = 0; digit < digits; digit++) {
            power *= TEN;
        }
        return power;
    }
}
