package org.gatewright.spi.data;

import org.jspecify.annotations.Nullable;

/**
 * Text that must not be shown: a password, a token, a shared secret. Prints as {@code ***}; comparing two takes the same time wherever they differ.
 *
 * <p>As the type of a settings component the value is encrypted at rest and masked in every answer of the API.
 *
 * @since 1.0
 */
public final class SecretText {

    private final String value;

    private SecretText(String value) {
        this.value = value;
    }

    /** Wraps the text. */
    public static SecretText of(String value) {
        return new SecretText(value);
    }

    /** Returns the text itself. Callers keep it out of logs, events and exceptions. */
    public String reveal() {
        return value;
    }

    /** Tells whether the text has no characters. */
    public boolean isEmpty() {
        return value.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecretText secret
                && java.security.MessageDigest.isEqual(bytes(value), bytes(secret.value));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
