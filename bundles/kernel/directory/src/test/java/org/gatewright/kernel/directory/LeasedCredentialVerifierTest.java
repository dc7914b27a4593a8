package org.gatewright.kernel.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatewright.port.error.CommonError;
import org.gatewright.spi.credential.CredentialBackend;
import org.gatewright.spi.credential.Verification;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;
import org.junit.jupiter.api.Test;

class LeasedCredentialVerifierTest {

    private static final List<String> BOTH = List.of("internal", "ldap");
    private static final SecretText WRONG = SecretText.of("wrong horse");

    private final DirectoryFixture house = new DirectoryFixture();
    private final List<String> work = new ArrayList<>();
    private final User ada = house.user("ada");
    private final LeasedCredentialVerifier verifier = new LeasedCredentialVerifier(house.catalogue);

    LeasedCredentialVerifierTest() {
        install("internal", "ada");
        install("ldap", "bob");
    }

    @Test
    void namesTheBackEndThatMatched() {
        User bob = house.user("bob");
        assertThat(verify(ada, DirectoryFixture.PASSWORD)).contains("internal");
        assertThat(verify(bob, DirectoryFixture.PASSWORD)).contains("ldap");
        assertThat(work).containsExactly("internal:verify", "internal:unknown", "ldap:verify");
        assertThat(house.catalogue.openLeases()).isZero();
    }

    @Test
    void stopsAtTheFirstThatKnowsTheUser() {
        install("ldap", "ada");
        assertThat(verify(ada, WRONG)).isEmpty();
        assertThat(work).containsExactly("internal:verify");
    }

    @Test
    void doesTheSameWorkForAWrongPasswordAndForNobody() {
        assertThat(verify(ada, WRONG)).isEmpty();
        assertThat(verifier.verify(Optional.empty(), WRONG, BOTH)).isEmpty();
        assertThat(verifier.verify(Optional.empty(), DirectoryFixture.PASSWORD, BOTH))
                .isEmpty();
        assertThat(work).containsExactly("internal:verify", "internal:nobody", "internal:nobody");
    }

    @Test
    void doesTheWorkForAUserWhomNoBackEndKnows() {
        assertThat(verify(house.user("eve"), WRONG)).isEmpty();
        assertThat(work).containsExactly("internal:unknown", "ldap:unknown", "internal:nobody");
    }

    @Test
    void doesTheWorkForAUserWhoIsNotActiveAndRefuses() {
        User inactive = house.users.update(
                org.gatewright.port.directory.Actor.system(), ada.id(), DirectoryFixture.fields(ada, "", false));
        assertThat(verify(inactive, DirectoryFixture.PASSWORD)).isEmpty();
        assertThat(work).containsExactly("internal:verify");
    }

    @Test
    void saysWhenABackEndIsMissingThatIsNeeded() {
        house.catalogue.uninstall(Kind.CREDENTIAL_BACKEND, "ldap");
        assertThat(verify(ada, DirectoryFixture.PASSWORD)).contains("internal");
        assertUnavailable(Optional.of(house.user("bob")));
        assertUnavailable(Optional.empty());
        house.catalogue.uninstall(Kind.CREDENTIAL_BACKEND, "internal");
        assertUnavailable(Optional.of(ada));
        assertThat(house.catalogue.openLeases()).isZero();
    }

    @Test
    void aBackEndThatFailsMatchesNobody() {
        house.catalogue.install(Kind.CREDENTIAL_BACKEND, "internal", new CredentialBackend() {
            @Override
            public Verification verify(User user, SecretText password) {
                throw new IllegalStateException("broken");
            }

            @Override
            public void verifyNobody(SecretText password) {
                throw new IllegalStateException("broken");
            }
        });
        assertThatThrownBy(() -> verify(ada, DirectoryFixture.PASSWORD))
                .isInstanceOfSatisfying(
                        GatewrightException.class, e -> assertThat(e.code()).isEqualTo(CommonError.PLUGIN_FAILED));
    }

    @Test
    void withoutBackEndsNobodyMatches() {
        assertThat(verifier.verify(Optional.of(ada), DirectoryFixture.PASSWORD, List.of()))
                .isEmpty();
    }

    private Optional<String> verify(User user, SecretText password) {
        return verifier.verify(Optional.of(user), password, BOTH);
    }

    private void assertUnavailable(Optional<User> user) {
        assertThatThrownBy(() -> verifier.verify(user, WRONG, BOTH))
                .isInstanceOfSatisfying(
                        GatewrightException.class, e -> assertThat(e.code()).isEqualTo(CommonError.TYPE_UNAVAILABLE));
    }

    private void install(String name, String knows) {
        house.catalogue.install(Kind.CREDENTIAL_BACKEND, name, new CredentialBackend() {
            @Override
            public Verification verify(User user, SecretText password) {
                if (!user.username().equals(knows)) {
                    work.add(name + ":unknown");
                    return Verification.UNKNOWN;
                }
                work.add(name + ":verify");
                return password.equals(DirectoryFixture.PASSWORD) ? Verification.MATCH : Verification.MISMATCH;
            }

            @Override
            public void verifyNobody(SecretText password) {
                work.add(name + ":nobody");
            }
        });
    }
}
