package org.gatewright.testkit.port;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.gatewright.port.crypto.Sealer;
import org.gatewright.spi.data.SecretHash;

/** Keeps the text readable, and detects every change and every wrong purpose by a digest. */
public final class PlainSealer implements Sealer {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    @Override
    public String seal(String purpose, String text) {
        return digest(purpose, text) + "." + ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<String> open(String purpose, String sealed) {
        int dot = sealed.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(sealed.substring(dot + 1)), StandardCharsets.UTF_8);
            return seal(purpose, text).equals(sealed) ? Optional.of(text) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not base64url: changed
        }
    }

    private static String digest(String purpose, String text) {
        return SecretHash.of(purpose + "\n" + text).digest();
    }
}
