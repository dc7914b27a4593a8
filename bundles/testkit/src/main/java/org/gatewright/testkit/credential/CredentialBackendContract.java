package org.gatewright.testkit.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.gatewright.spi.credential.CredentialBackend;
import org.gatewright.spi.credential.Verification;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.User;
import org.gatewright.testkit.directory.TestUsers;
import org.junit.jupiter.api.Test;

/**
 * What every {@link CredentialBackend} must do. Extend it in the back end's own test.
 *
 * @since 1.0
 */
public abstract class CredentialBackendContract {

    /** Returns a back end that knows the user by this password and nobody else. */
    protected abstract CredentialBackend backendThatKnows(User user, String password);

    @Test
    void matchesTheRightPassword() {
        assertThat(verify("correct horse")).isEqualTo(Verification.MATCH);
    }

    @Test
    void refusesEveryOtherPassword() {
        for (String wrong :
                new String[] {"", " ", "Correct horse", "correct horse ", "correct hors", "\0correct horse"}) {
            assertThat(verify(wrong)).as("'%s'", wrong).isEqualTo(Verification.MISMATCH);
        }
    }

    @Test
    void survivesAPasswordOfAMegabyte() {
        assertThat(verify("x".repeat(1 << 20))).isEqualTo(Verification.MISMATCH);
    }

    @Test
    void saysSoIfItDoesNotKnowTheUser() {
        CredentialBackend backend = backendThatKnows(TestUsers.active("alice"), "correct horse");
        assertThat(backend.verify(TestUsers.active("bob"), SecretText.of("correct horse")))
                .isEqualTo(Verification.UNKNOWN);
    }

    @Test
    void takesAnyPasswordOfNobody() {
        CredentialBackend backend = backendThatKnows(TestUsers.active("alice"), "correct horse");
        assertThatCode(() -> {
                    backend.verifyNobody(SecretText.of(""));
                    backend.verifyNobody(SecretText.of("correct horse"));
                })
                .doesNotThrowAnyException();
    }

    private Verification verify(String password) {
        User alice = TestUsers.active("alice");
        return backendThatKnows(alice, "correct horse").verify(alice, SecretText.of(password));
    }
}
