package org.gatewright.kernel.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.gatewright.port.crypto.Sealer;
import org.gatewright.port.settings.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Seals with AES-256-GCM. The text form is base64url of key id (3 bytes), nonce (12 bytes), ciphertext and tag (16 bytes); key id and purpose are
 * authenticated too.
 */
@Component
public final class AesSealer implements Sealer {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String SALT = "gatewright/sealer/1";
    private static final int KEY_ID = 3;
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int KEPT_KEYS = 256;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKey> keys = new ConcurrentHashMap<>();
    private final byte[] secretKey;
    private final byte[] keyId;

    /** Takes the secret key of the installation. */
    @Activate
    public AesSealer(@Reference Settings settings) {
        secretKey = settings.secretKey();
        keyId = Arrays.copyOf(Hkdf.derive(secretKey, SALT, "key id"), KEY_ID);
    }

    @Override
    public String seal(String purpose, String text) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer sealed = ByteBuffer.allocate(KEY_ID + NONCE + plain.length + TAG)
                .put(keyId)
                .put(nonce);
        try {
            cipher(Cipher.ENCRYPT_MODE, purpose, nonce).doFinal(ByteBuffer.wrap(plain), sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + CIPHER, e);
        }
        return encode(sealed.array());
    }

    @Override
    public Optional<String> open(String purpose, String sealed) {
        return decode(sealed)
                .filter(bytes -> bytes.length >= KEY_ID + NONCE + TAG)
                .filter(bytes -> Arrays.equals(bytes, 0, KEY_ID, keyId, 0, KEY_ID))
                .flatMap(bytes -> decrypt(purpose, bytes));
    }

    private Optional<String> decrypt(String purpose, byte[] sealed) {
        byte[] nonce = Arrays.copyOfRange(sealed, KEY_ID, KEY_ID + NONCE);
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, purpose, nonce)
                    .doFinal(sealed, KEY_ID + NONCE, sealed.length - KEY_ID - NONCE);
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            return Optional.empty(); // changed, or for another purpose: the caller must not learn which
        }
    }

    private Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key(purpose), new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(keyId);
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private SecretKey key(String purpose) {
        SecretKey kept = keys.get(purpose);
        if (kept != null) {
            return kept;
        }
        SecretKey key = new SecretKeySpec(Hkdf.derive(secretKey, SALT, "purpose/" + purpose), "AES");
        if (keys.size() < KEPT_KEYS) {
            keys.put(purpose, key);
        }
        return key;
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Decodes the only text that {@link #encode} makes of the bytes: Java's decoder takes several. */
    private static Optional<byte[]> decode(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not base64url: changed
        }
    }
}
