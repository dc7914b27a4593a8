package org.gatewright.testkit.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gatewright.spi.credential.PasswordHasher;
import org.gatewright.spi.data.SecretText;
import org.junit.jupiter.api.Test;

/**
 * What every {@link PasswordHasher} must do. Extend it in the hasher's own test.
 *
 * @since 1.0
 */
public abstract class PasswordHasherContract {

    private static final SecretText PASSWORD = SecretText.of("pässwörd 密码 \uD83D\uDD11");

    /** Returns the hasher, with parameters that are cheap. */
    protected abstract PasswordHasher hasher();

    @Test
    void verifiesWhatItHashed() {
        assertThat(hasher().verify(PASSWORD, hasher().hash(PASSWORD))).isTrue();
    }

    @Test
    void refusesAnotherPassword() {
        String stored = hasher().hash(PASSWORD);
        assertThat(hasher().verify(SecretText.of(PASSWORD.reveal() + " "), stored))
                .isFalse();
        assertThat(hasher().verify(SecretText.of(""), stored)).isFalse();
    }

    @Test
    void saltsEveryHashAnew() {
        assertThat(hasher().hash(PASSWORD)).isNotEqualTo(hasher().hash(PASSWORD));
    }

    @Test
    void acceptsItsOwnHashesOnly() {
        assertThat(hasher().accepts(hasher().hash(PASSWORD))).isTrue();
        assertThat(hasher().accepts("")).isFalse();
        assertThat(hasher().accepts("plain text")).isFalse();
        assertThat(hasher().accepts("$no-such-algorithm$c2FsdA$aGFzaA")).isFalse();
    }

    @Test
    void doesNotWishToRehashWhatItJustHashed() {
        assertThat(hasher().needsRehash(hasher().hash(PASSWORD))).isFalse();
    }

    @Test
    void hashesTheEmptyAndTheLongPassword() {
        for (SecretText password : new SecretText[] {SecretText.of(""), SecretText.of("x".repeat(1 << 16))}) {
            assertThat(hasher().verify(password, hasher().hash(password))).isTrue();
        }
    }

    @Test
    void keepsThePasswordOutOfTheHash() {
        assertThat(hasher().hash(SecretText.of("correct horse"))).doesNotContain("correct", "horse");
    }

    @Test
    void refusesStoredTextOfAnotherKind() {
        assertThatThrownBy(() -> hasher().verify(PASSWORD, "plain text")).isInstanceOf(IllegalArgumentException.class);
    }
}
