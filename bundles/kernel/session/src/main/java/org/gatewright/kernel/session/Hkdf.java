package org.gatewright.kernel.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with SHA-256 (RFC 5869) for keys of 32 bytes, which one round of its expansion gives. */
final class Hkdf {

    private static final String HMAC = "HmacSHA256";

    private Hkdf() {}

    static byte[] derive(byte[] secret, byte[] salt, byte[] info) {
        byte[] pseudorandomKey = hmac(salt, secret);
        byte[] block = new byte[info.length + 1];
        System.arraycopy(info, 0, block, 0, info.length);
        block[info.length] = 1;
        return hmac(pseudorandomKey, block);
    }

    static byte[] derive(byte[] secret, String salt, String info) {
        return derive(secret, salt.getBytes(StandardCharsets.UTF_8), info.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
