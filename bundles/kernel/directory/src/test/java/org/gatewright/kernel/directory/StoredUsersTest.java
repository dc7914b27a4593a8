package org.gatewright.kernel.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.session.Sessions.Started;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserField;
import org.gatewright.spi.directory.UserType;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.session.Grant;
import org.junit.jupiter.api.Test;

class StoredUsersTest {

    private static final Actor SYSTEM = Actor.system();

    private final DirectoryFixture house = new DirectoryFixture();

    @Test
    void createsAUserWithAPassword() {
        User ada = house.users.create(SYSTEM, DirectoryFixture.fields("ada"), Optional.of(DirectoryFixture.PASSWORD));
        assertThat(house.users.byPk(ada.pk())).contains(ada);
        assertThat(ada.superuser()).isFalse();
        assertThat(house.hashers.verify(
                        DirectoryFixture.PASSWORD, house.hashers.of(ada.id()).orElseThrow()))
                .isTrue();
        assertThat(house.events.actions()).containsExactly("model_created", "password_set");
        assertThat(house.events.recorded().toString()).doesNotContain("horse").doesNotContain("$today$");
    }

    @Test
    void takesUserNamesOfLettersDigitsAndAFewSigns() {
        for (String good : List.of("a", "Ada.L+x_y-z@example.org", "山田", "é", "x".repeat(150))) {
            house.users.create(SYSTEM, name(good), Optional.empty());
        }
        for (String bad :
                List.of("", " ", "a b", "a/b", "a\nb", "<b>", "a,b", "a'b", "x".repeat(151), "a\u0000", "😀")) {
            assertInvalid("username", () -> house.users.create(SYSTEM, name(bad), Optional.empty()));
        }
    }

    @Test
    void userNamesThatLookAlikeAreTheSame() {
        house.users.create(SYSTEM, name("admin"), Optional.empty());
        assertInvalid("username", () -> house.users.create(SYSTEM, name("ａｄｍｉｎ"), Optional.empty()));
        assertInvalid("username", () -> house.users.create(SYSTEM, name("ADMIN"), Optional.empty()));
    }

    @Test
    void checksTheOtherFields() {
        for (String good : List.of("", "ada@example.org", "a+b@x", "o'neill@sub.example.org", " ada2@example.org ")) {
            house.users.create(SYSTEM, with("u" + good.hashCode(), "", good, "users"), Optional.empty());
        }
        for (String bad : List.of(
                "ada",
                "@x.org",
                "a@",
                "a b@x.org",
                "a@x..org",
                "a@-x.org",
                "a@x.org\nBcc: b@x.org",
                "<a@x.org>",
                "a@x.org,b@x.org",
                "a".repeat(65) + "@x.org",
                "a@" + "x".repeat(260))) {
            assertInvalid("email", () -> house.users.create(SYSTEM, with("e", "", bad, "users"), Optional.empty()));
        }
        for (String bad : List.of("", "/", "users/", "/users", "a//b", "a b", "x".repeat(256))) {
            assertInvalid("path", () -> house.users.create(SYSTEM, with("p", "", "", bad), Optional.empty()));
        }
        assertInvalid("name", () -> house.users.create(SYSTEM, with("n", "x".repeat(256), "", "u"), Optional.empty()));
        assertInvalid("name", () -> house.users.create(SYSTEM, with("n", "a\u0007b", "", "u"), Optional.empty()));
        JsonObject huge = JsonObject.of("x", "y".repeat(70_000));
        assertInvalid("attributes", () -> house.users.create(SYSTEM, attributes("n", huge), Optional.empty()));
        assertInvalid(
                "groups",
                () -> house.users.create(SYSTEM, DirectoryFixture.fields("n", UUID.randomUUID()), Optional.empty()));
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        assertThatThrownBy(() -> house.users.create(SYSTEM, with("a b", "", "nope", ""), Optional.empty()))
                .isInstanceOfSatisfying(InvalidFieldsException.class, e -> assertThat(e.fields())
                        .containsOnlyKeys("username", "email", "path"));
    }

    @Test
    void refusesWhatIsTaken() {
        User ada = house.user("ada");
        User bob = house.user("bob");
        assertThatThrownBy(() -> house.user("ADA")).hasMessage("username: A user with this user name exists.");
        assertThatThrownBy(() -> house.users.update(
                        SYSTEM,
                        bob.id(),
                        DirectoryFixture.fields(bob, ada.email().toUpperCase(java.util.Locale.ROOT), true)))
                .hasMessage("email: A user with this e-mail address exists.");
        assertThat(house.events.actions()).containsExactly("model_created", "model_created");
    }

    @Test
    void refusesPasswordsThatAreTooShortOrTooLong() {
        User ada = house.user("ada");
        for (String bad : List.of("", "1234567", "x".repeat(1025))) {
            assertInvalid("password", () -> house.users.setPassword(SYSTEM, ada.id(), SecretText.of(bad)));
            assertInvalid(
                    "password",
                    () -> house.users.create(SYSTEM, DirectoryFixture.fields("bob"), Optional.of(SecretText.of(bad))));
        }
        assertThat(house.hasher.hashed).hasValue(0);
        house.users.setPassword(SYSTEM, ada.id(), SecretText.of("12345678"));
    }

    @Test
    void aNewPasswordEndsSessionsAndGrants() {
        User ada = house.user("ada");
        Started session = house.session(ada);
        Grant offline = house.offlineGrant(ada);
        house.users.setPassword(SYSTEM, ada.id(), DirectoryFixture.PASSWORD);
        assertThat(house.sessions.resolve(session.cookie())).isEmpty();
        assertThat(house.isAlive(offline)).isFalse();
    }

    @Test
    void whoChangesTheirOwnPasswordStaysSignedInHereAndNowhereElse() {
        User ada = house.user("ada");
        Started here = house.session(ada);
        Started elsewhere = house.session(ada);
        Grant offline = house.offlineGrant(ada);
        Actor herself = house.actor(ada).in(Optional.of(here.session().id()));
        house.users.setPassword(herself, ada.id(), DirectoryFixture.PASSWORD);
        assertThat(house.sessions.resolve(here.cookie())).isPresent();
        assertThat(house.sessions.resolve(elsewhere.cookie())).isEmpty();
        assertThat(house.isAlive(offline)).isFalse();
    }

    @Test
    void aPasswordThatSomebodyElseSetsEndsAllSessionsButTheirs() {
        User root = house.user("root", house.group("admins", true, List.of()));
        User ada = house.user("ada");
        Started of = house.session(ada);
        Started roots = house.session(root);
        house.users.setPassword(
                house.actor(root).in(Optional.of(roots.session().id())), ada.id(), DirectoryFixture.PASSWORD);
        assertThat(house.sessions.resolve(of.cookie())).isEmpty();
        assertThat(house.sessions.resolve(roots.cookie())).isPresent();
    }

    @Test
    void auditEventsTellTheServerFromAVisitor() {
        house.users.create(SYSTEM, name("ada"), Optional.empty());
        house.users.create(new Actor(Optional.empty(), "192.0.2.9"), name("bob"), Optional.empty());
        assertThat(house.events.recorded())
                .extracting(event -> event.context().text("actor").orElseThrow())
                .containsExactly("system", "anonymous");
    }

    @Test
    void deactivatingEndsSessionsAndGrantsForGood() {
        User ada = house.user("ada");
        Started session = house.session(ada);
        Grant offline = house.offlineGrant(ada);
        house.users.update(SYSTEM, ada.id(), DirectoryFixture.fields(ada, ada.email(), false));
        house.users.update(SYSTEM, ada.id(), DirectoryFixture.fields(ada, ada.email(), true));
        assertThat(house.sessions.resolve(session.cookie())).isEmpty();
        assertThat(house.isAlive(offline)).isFalse();
    }

    @Test
    void aChangeOfNothingElseKeepsSessionsAndNamesTheFields() {
        User ada = house.user("ada");
        Started session = house.session(ada);
        house.users.update(SYSTEM, ada.id(), DirectoryFixture.fields(ada, "new@example.org", true));
        assertThat(house.sessions.resolve(session.cookie())).isPresent();
        JsonObject context = house.events.recorded().get(1).context();
        assertThat(context.texts("changed")).containsExactly("email");
        assertThat(context.text("name")).contains("ada");
    }

    @Test
    void deletingTakesEverythingThatIsTheUsers() {
        User ada = house.user("ada");
        Started session = house.session(ada);
        Grant offline = house.offlineGrant(ada);
        String key = house.tokens
                .issue(SYSTEM, ada.id(), "ada", "api", "", Optional.empty(), Optional.empty())
                .key();
        house.users.delete(SYSTEM, ada.id());
        assertThat(house.users.byPk(ada.pk())).isEmpty();
        assertThat(house.sessions.resolve(session.cookie())).isEmpty();
        assertThat(house.isAlive(offline)).isFalse();
        assertThat(house.tokens.authenticate(key)).isEmpty();
        assertThat(house.tokens.byIdentifier("ada")).isEmpty();
        assertThat(house.events.actions()).endsWith("model_deleted");
        assertThatThrownBy(() -> house.users.delete(SYSTEM, ada.id()))
                .isInstanceOfSatisfying(
                        GatewrightException.class, e -> assertThat(e.code()).isEqualTo(CommonError.NOT_FOUND));
    }

    @Test
    void theLastSuperuserStays() {
        UUID admins = house.group("admins", true, List.of());
        User root = house.user("root", admins);
        List<ThrowingCallable> attempts = List.of(
                () -> house.users.delete(SYSTEM, root.id()),
                () -> house.users.update(SYSTEM, root.id(), DirectoryFixture.fields(root, "", false, admins)),
                () -> house.users.update(SYSTEM, root.id(), DirectoryFixture.fields(root, "", true)),
                () -> house.groups.removeMember(SYSTEM, admins, root.id()),
                () -> house.groups.delete(SYSTEM, admins));
        for (ThrowingCallable attempt : attempts) {
            assertThatThrownBy(attempt).isInstanceOfSatisfying(GatewrightException.class, e -> assertThat(e.code())
                    .isEqualTo(DirectoryError.LAST_SUPERUSER));
        }
        assertThat(house.users.hasSuperuser()).isTrue();
        house.user("second", admins);
        house.users.delete(SYSTEM, root.id());
    }

    @Test
    void aFailureLeavesNothingBehind() {
        house.database.available(true);
        User ada = house.user("ada");
        house.catalogue.uninstall(org.gatewright.spi.plugin.Kind.HASHER, "argon2id");
        assertThatThrownBy(() -> house.users.create(
                        SYSTEM, DirectoryFixture.fields("bob"), Optional.of(DirectoryFixture.PASSWORD)))
                .isInstanceOfSatisfying(
                        GatewrightException.class, e -> assertThat(e.code()).isEqualTo(CommonError.TYPE_UNAVAILABLE));
        assertThat(house.users.list(PageRequest.first()).items()).containsExactly(ada);
    }

    @Test
    void findsTheOnlyUserWhoIsMeant() {
        User ada = house.user("ada");
        house.users.create(SYSTEM, with("nomail1", "", "", "users"), Optional.empty());
        house.users.create(SYSTEM, with("ada@example.org", "", "", "users"), Optional.empty());
        assertThat(house.directory.find("ADA", Set.of(UserField.USERNAME), true))
                .contains(ada);
        assertThat(house.directory.find("ADA", Set.of(UserField.USERNAME), false))
                .isEmpty();
        assertThat(house.directory.find("", Set.of(UserField.EMAIL), true)).isEmpty();
        assertThat(house.directory.find("ada", Set.of(), true)).isEmpty();
        assertThat(house.directory.find("ada@example.org", Set.of(UserField.EMAIL), true))
                .contains(ada);
        assertThat(house.directory.find("ada@example.org", Set.of(UserField.EMAIL, UserField.USERNAME), true))
                .isEmpty();
        assertThat(house.directory.user(ada.id())).contains(ada);
    }

    private static UserFields name(String username) {
        return with(username, "", "", "users");
    }

    private static UserFields with(String username, String name, String email, String path) {
        return new UserFields(username, name, email, true, UserType.INTERNAL, path, JsonObject.empty(), List.of());
    }

    private static UserFields attributes(String username, JsonObject attributes) {
        return new UserFields(username, "", "", true, UserType.INTERNAL, "users", attributes, List.of());
    }

    private static void assertInvalid(String field, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(InvalidFieldsException.class, e -> assertThat(e.fields())
                .containsOnlyKeys(field));
    }
}
