package org.gatewright.testkit.port.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.port.directory.ApiToken;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.store.UserStore;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserField;
import org.gatewright.spi.directory.UserType;
import org.junit.jupiter.api.Test;

/** What a store of users promises. */
abstract class UserStoreContract extends StoreContract {

    private UserStore users() {
        return stores().users();
    }

    @Test
    void returnsWhatWasAdded() {
        UUID id = UUID.randomUUID();
        String name = unique("Käthe");
        UserFields fields = new UserFields(
                name,
                "Käthe 100% \\ '_'",
                name + "@example.org",
                true,
                UserType.SERVICE_ACCOUNT,
                "users/a",
                JsonObject.of("n", 1).with("l", List.of("a", "b")),
                List.of());

        User added = users().add(id, fields, NOW);

        assertThat(added)
                .isEqualTo(new User(
                        id,
                        added.pk(),
                        name,
                        fields.name(),
                        fields.email(),
                        true,
                        false,
                        fields.type(),
                        "users/a",
                        fields.attributes(),
                        Optional.empty(),
                        NOW));
        assertThat(users().find(id)).contains(added);
        assertThat(users().findByPk(added.pk())).contains(added);
        assertThat(user().pk()).isNotEqualTo(added.pk());
    }

    @Test
    void findsNobodyWhoIsNotThere() {
        assertThat(users().find(UUID.randomUUID())).isEmpty();
        assertThat(users().findByPk(-1)).isEmpty();
        assertThat(users().findBy(unique("u"), EnumSet.allOf(UserField.class), true))
                .isEmpty();
        assertThat(users().findBy("", EnumSet.allOf(UserField.class), true)).isEmpty();
    }

    @Test
    void findsByEachField() {
        String name = unique("Name");
        String upn = unique("Upn");
        UserFields fields = fields(name);
        User user = users().add(
                        UUID.randomUUID(),
                        new UserFields(
                                name,
                                "",
                                fields.email(),
                                true,
                                UserType.INTERNAL,
                                "users",
                                JsonObject.of("upn", upn),
                                List.of()),
                        NOW);

        assertThat(users().findBy(name, Set.of(UserField.USERNAME), false)).containsExactly(user);
        assertThat(users().findBy(name, Set.of(UserField.EMAIL), false)).isEmpty();
        assertThat(users().findBy(user.email(), Set.of(UserField.EMAIL, UserField.USERNAME), false))
                .containsExactly(user);
        assertThat(users().findBy(upn, Set.of(UserField.UPN), false)).containsExactly(user);
        assertThat(users().findBy(upper(upn), Set.of(UserField.UPN), true)).containsExactly(user);
        assertThat(users().findBy(upper(name), Set.of(UserField.USERNAME), false))
                .isEmpty();
        assertThat(users().findBy(upper(name), Set.of(UserField.USERNAME), true))
                .containsExactly(user);
    }

    @Test
    void findsAtMostTwo() {
        String upn = unique("upn");
        for (int i = 0; i < 3; i++) {
            String name = unique("u");
            users().add(
                            UUID.randomUUID(),
                            new UserFields(
                                    name,
                                    "",
                                    "",
                                    true,
                                    UserType.INTERNAL,
                                    "users",
                                    JsonObject.of("upn", upn),
                                    List.of()),
                            NOW);
        }

        assertThat(users().findBy(upn, Set.of(UserField.UPN), false)).hasSize(2);
    }

    @Test
    void refusesATakenUserNameWithoutCase() {
        User user = user();
        UserFields other = fields(unique("u"));
        UserFields same = new UserFields(
                upper(user.username()),
                "",
                other.email(),
                true,
                UserType.INTERNAL,
                "users",
                JsonObject.empty(),
                List.of());

        assertTaken(() -> users().add(UUID.randomUUID(), same, NOW), "username");
        UUID third = user().id();
        assertTaken(() -> users().replace(third, same), "username");
    }

    @Test
    void refusesATakenEmailWithoutCaseUnlessEmpty() {
        User user = user();
        UserFields same = new UserFields(
                unique("u"), "", upper(user.email()), true, UserType.INTERNAL, "users", JsonObject.empty(), List.of());
        assertTaken(() -> users().add(UUID.randomUUID(), same, NOW), "email");

        for (int i = 0; i < 2; i++) {
            users().add(
                            UUID.randomUUID(),
                            new UserFields(
                                    unique("u"),
                                    "",
                                    "",
                                    true,
                                    UserType.INTERNAL,
                                    "users",
                                    JsonObject.empty(),
                                    List.of()),
                            NOW);
        }
    }

    @Test
    void replacesFieldsAndMemberships() {
        UUID one = stores().groups()
                .add(UUID.randomUUID(), group(unique("g"), false))
                .id();
        UUID two = stores().groups()
                .add(UUID.randomUUID(), group(unique("g"), false))
                .id();
        User user = users().add(UUID.randomUUID(), withGroups(fields(unique("u")), one), NOW);
        assertThat(users().groupsOf(user.id())).containsExactly(one);

        UserFields changed = withGroups(inactive(fields(unique("v"))), two);
        assertThat(users().replace(user.id(), changed)).isTrue();

        User found = users().find(user.id()).orElseThrow();
        assertThat(found.username()).isEqualTo(changed.username());
        assertThat(found.active()).isFalse();
        assertThat(found.pk()).isEqualTo(user.pk());
        assertThat(users().groupsOf(user.id())).containsExactly(two);
        assertThat(users().replace(UUID.randomUUID(), fields(unique("u")))).isFalse();
    }

    @Test
    void computesSuperusersThroughNesting() {
        undone(() -> {
            assertThat(users().hasSuperuser()).isFalse();
            UUID top = stores().groups()
                    .add(UUID.randomUUID(), group(unique("g"), true))
                    .id();
            UUID middle = stores().groups()
                    .add(UUID.randomUUID(), group(unique("g"), false, top))
                    .id();
            UUID low = stores().groups()
                    .add(UUID.randomUUID(), group(unique("g"), false, middle))
                    .id();
            User user = users().add(UUID.randomUUID(), withGroups(fields(unique("u")), low), NOW);

            assertThat(user.superuser()).isTrue();
            assertThat(users().hasSuperuser()).isTrue();
            assertThat(users().list(filtered("uuid", user.id().toString()))
                            .items()
                            .get(0)
                            .superuser())
                    .isTrue();
            users().replace(user.id(), inactive(withGroups(fields(user.username()), low)));
            assertThat(users().hasSuperuser()).isFalse();
            users().replace(user.id(), withGroups(fields(user.username()), low));
            stores().groups().replace(middle, group(unique("g"), false));
            assertThat(users().find(user.id()).orElseThrow().superuser()).isFalse();
        });
    }

    @Test
    void remembersTheSignIn() {
        User user = user();
        users().signedIn(user.id(), LATER);

        assertThat(users().find(user.id()).orElseThrow().lastLogin()).contains(LATER);
    }

    @Test
    void keepsPasswordHashes() {
        UUID user = user().id();
        assertThat(users().passwordHash(user)).isEmpty();
        assertThat(users().replacePasswordHash(user, "none", "b")).isFalse();

        users().setPasswordHash(user, "a", NOW);
        assertThat(users().replacePasswordHash(user, "x", "b")).isFalse();
        assertThat(users().passwordHash(user)).contains("a");
        assertThat(users().replacePasswordHash(user, "a", "b")).isTrue();
        assertThat(users().passwordHash(user)).contains("b");
    }

    @Test
    void replacesAPasswordHashOnceOnly() {
        UUID user = user().id();
        users().setPasswordHash(user, "a", NOW);

        assertOneWins(() -> users().replacePasswordHash(user, "a", unique("b")));
    }

    @Test
    void deletesAllThatIsTheUsers() {
        UUID group = stores().groups()
                .add(UUID.randomUUID(), group(unique("g"), false))
                .id();
        User user = users().add(UUID.randomUUID(), withGroups(fields(unique("u")), group), NOW);
        ApiToken token = new ApiToken(UUID.randomUUID(), unique("t"), "api", user.id(), "", Optional.empty());
        stores().tokens().add(token, unique("hash"));

        assertThat(users().delete(user.id())).isTrue();

        assertThat(users().find(user.id())).isEmpty();
        assertThat(users().groupsOf(user.id())).isEmpty();
        assertThat(stores().groups().find(group).orElseThrow().members()).isEmpty();
        assertThat(stores().tokens().find(token.id())).isEmpty();
        assertThat(users().delete(user.id())).isFalse();
    }

    @Test
    void listsWithSearchFiltersAndOrder() {
        String family = UUID.randomUUID().toString();
        for (String given : List.of("b_x", "a%x", "cyx")) {
            users().add(
                            UUID.randomUUID(),
                            new UserFields(
                                    given + family,
                                    given,
                                    "",
                                    true,
                                    UserType.EXTERNAL,
                                    family,
                                    JsonObject.empty(),
                                    List.of()),
                            NOW);
        }

        assertThat(names(users().list(filtered("path", family)))).hasSize(3);
        assertThat(names(users().list(search(upper(family))))).hasSize(3);
        assertThat(names(users().list(search("_x" + family)))).containsExactly("b_x" + family);
        assertThat(names(users().list(search("%x" + family)))).containsExactly("a%x" + family);
        assertThat(names(users().list(new PageRequest(1, 2, List.of("-username", "nonsense"), family, Map.of()))))
                .containsExactly("cyx" + family, "b_x" + family);
        assertThat(names(users().list(new PageRequest(2, 2, List.of("-username"), family, Map.of()))))
                .containsExactly("a%x" + family);
        assertThat(users().list(new PageRequest(2, 2, List.of("-username"), family, Map.of()))
                        .total())
                .isEqualTo(3);
        assertThat(names(users().list(filtered("username", "cyx" + family)))).hasSize(1);
        assertThat(names(users().list(new PageRequest(1, 100, List.of(), family, Map.of("is_active", "false")))))
                .isEmpty();
        assertThat(names(users().list(new PageRequest(1, 100, List.of(), "' OR 1=1 --" + family, Map.of()))))
                .isEmpty();
    }

    private static List<String> names(Page<User> page) {
        return page.items().stream().map(User::username).toList();
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
