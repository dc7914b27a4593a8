package org.gatewright.kernel.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.ApiTokens.Issued;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.spi.data.SecretHash;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.error.GatewrightException;
import org.junit.jupiter.api.Test;

class StoredApiTokensTest {

    private static final Actor SYSTEM = Actor.system();

    private final DirectoryFixture house = new DirectoryFixture();
    private final User ada = house.user("ada");

    @Test
    void aKeyAuthenticatesItsUser() {
        Issued issued = issue("script", "api", Optional.empty(), Optional.empty());
        assertThat(issued.key()).matches("[A-Za-z0-9]{60}");
        assertThat(house.tokens.authenticate(issued.key())).contains(ada);
        assertThat(issued.toString()).doesNotContain(issued.key());
        assertThat(issue("other", "api", Optional.empty(), Optional.empty()).key())
                .isNotEqualTo(issued.key());
    }

    @Test
    void onlyTheHashIsStored() {
        Issued issued = issue("script", "api", Optional.empty(), Optional.empty());
        assertThat(house.database.tokens().findByHash(issued.key())).isEmpty();
        assertThat(house.database
                        .tokens()
                        .findByHash(SecretHash.of(issued.key()).digest()))
                .contains(issued.token());
        assertThat(house.events.recorded().toString()).doesNotContain(issued.key());
    }

    @Test
    void refusesKeysThatAreUnknownExpiredOrForSomethingElse() {
        Instant soon = house.clock.instant().plus(Duration.ofHours(1));
        String expiring =
                issue("expiring", "api", Optional.of(soon), Optional.empty()).key();
        String password = issue("mail", "app_password", Optional.empty(), Optional.empty())
                .key();
        assertThat(house.tokens.authenticate(expiring)).isPresent();
        house.clock.advance(Duration.ofHours(1));
        for (String key : List.of(expiring, password, "", "x", "x".repeat(60), "x".repeat(5_000))) {
            assertThat(house.tokens.authenticate(key)).isEmpty();
        }
    }

    @Test
    void refusesTheKeyOfAUserWhoIsNotActive() {
        String key = issue("script", "api", Optional.empty(), Optional.empty()).key();
        house.users.update(SYSTEM, ada.id(), DirectoryFixture.fields(ada, ada.email(), false));
        assertThat(house.tokens.authenticate(key)).isEmpty();
    }

    @Test
    void takesAKeyThatTheAdministratorGivesIfItIsLongEnough() {
        String key = "x".repeat(24);
        issue("script", "api", Optional.empty(), Optional.of(key));
        assertThat(house.tokens.authenticate(key)).contains(ada);
        assertThatThrownBy(() -> issue("short", "api", Optional.empty(), Optional.of("x".repeat(23))))
                .hasMessage("key: A key has at least 24 and at most 1,024 characters.");
    }

    @Test
    void refusesWrongFields() {
        issue("script", "api", Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> issue("script", "api", Optional.empty(), Optional.empty()))
                .hasMessage("identifier: A token with this identifier exists.");
        assertThatThrownBy(() -> issue("a b", "api", Optional.empty(), Optional.empty()))
                .hasMessageStartingWith("identifier:");
        assertThatThrownBy(() -> issue("x", "recovery", Optional.empty(), Optional.empty()))
                .hasMessage("intent: Choose api or app_password.");
        assertThatThrownBy(() -> issue("x", "api", Optional.of(house.clock.instant()), Optional.empty()))
                .hasMessage("expires: The expiry must be in the future.");
        assertThatThrownBy(() -> house.tokens.issue(
                        SYSTEM, UUID.randomUUID(), "x", "api", "", Optional.empty(), Optional.empty()))
                .hasMessage("user: There is no such user.");
        assertThatThrownBy(() -> house.tokens.issue(
                        SYSTEM, ada.id(), "x", "api", "d".repeat(1_001), Optional.empty(), Optional.empty()))
                .hasMessageStartingWith("description:");
    }

    @Test
    void deletesTokensForGood() {
        Issued issued = issue("script", "api", Optional.empty(), Optional.empty());
        house.tokens.delete(SYSTEM, issued.token().id());
        assertThat(house.tokens.authenticate(issued.key())).isEmpty();
        assertThat(house.tokens.list(PageRequest.first()).total()).isZero();
        assertThat(house.events.actions()).containsExactly("model_created", "model_created", "model_deleted");
        assertThatThrownBy(() -> house.tokens.delete(SYSTEM, issued.token().id()))
                .isInstanceOfSatisfying(
                        GatewrightException.class, e -> assertThat(e.code()).isEqualTo(CommonError.NOT_FOUND));
    }

    private Issued issue(String identifier, String intent, Optional<Instant> expires, Optional<String> key) {
        return house.tokens.issue(SYSTEM, ada.id(), identifier, intent, "", expires, key);
    }
}
