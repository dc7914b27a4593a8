package org.gatewright.credentials.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatewright.spi.credential.CredentialBackend;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.User;
import org.gatewright.testkit.credential.CredentialBackendContract;
import org.gatewright.testkit.credential.FakePasswordHashes;
import org.gatewright.testkit.directory.TestUsers;
import org.junit.jupiter.api.Test;

class InternalBackendTest extends CredentialBackendContract {

    private static final User ALICE = TestUsers.active("alice");

    private final FakePasswordHashes hashes = new FakePasswordHashes();
    private final CredentialBackend backend = new InternalBackend(hashes);

    @Override
    protected CredentialBackend backendThatKnows(User user, String password) {
        hashes.with(user, password);
        return backend;
    }

    @Test
    void offersAnUpgradeOnlyAfterAMatch() {
        hashes.with(ALICE, "correct horse");
        backend.verify(ALICE, SecretText.of("wrong"));
        assertThat(hashes.upgraded()).isEmpty();
        backend.verify(ALICE, SecretText.of("correct horse"));
        assertThat(hashes.upgraded()).containsExactly(ALICE.id());
    }

    @Test
    void spendsOneVerificationForNobody() {
        backend.verifyNobody(SecretText.of("wrong"));
        assertThat(hashes.verifications()).isEqualTo(1);
    }

    @Test
    void spendsNothingForAUserWithoutAPasswordHere() {
        backend.verify(ALICE, SecretText.of("wrong"));
        assertThat(hashes.verifications()).isZero();
    }
}
