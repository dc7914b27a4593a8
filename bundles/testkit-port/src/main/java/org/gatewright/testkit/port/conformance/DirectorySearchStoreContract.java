package org.gatewright.testkit.port.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.gatewright.spi.directory.Criterion;
import org.gatewright.spi.directory.Criterion.All;
import org.gatewright.spi.directory.Criterion.Any;
import org.gatewright.spi.directory.Criterion.Is;
import org.gatewright.spi.directory.Criterion.Not;
import org.gatewright.spi.directory.Criterion.StartsWith;
import org.gatewright.spi.directory.Group;
import org.gatewright.spi.directory.GroupProperty;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserProperty;
import org.junit.jupiter.api.Test;

/** What every store that searches users and groups must do. */
abstract class DirectorySearchStoreContract extends StoreContract {

    private static final int MANY = 100;

    @Test
    void findsUsersByEachProperty() {
        User user = user();
        String upper = user.username().toUpperCase(Locale.ROOT);

        assertThat(users(is(UserProperty.USERNAME, upper))).containsExactly(user);
        assertThat(users(is(UserProperty.EMAIL, upper + "@EXAMPLE.org"))).containsExactly(user);
        assertThat(users(is(UserProperty.ID, user.id().toString()))).containsExactly(user);
        assertThat(users(is(UserProperty.PK, String.valueOf(user.pk())))).containsExactly(user);
        assertThat(users(both(is(UserProperty.USERNAME, upper), is(UserProperty.ACTIVE, "TRUE"))))
                .containsExactly(user);
        assertThat(users(both(is(UserProperty.USERNAME, upper), is(UserProperty.ACTIVE, "false"))))
                .isEmpty();
    }

    @Test
    void findsNobodyByAValueThatThePropertyCannotHave() {
        assertThat(users(is(UserProperty.ID, "no-id"))).isEmpty();
        assertThat(users(is(UserProperty.PK, "1 OR 1=1"))).isEmpty();
        assertThat(users(is(UserProperty.ACTIVE, "perhaps"))).isEmpty();
        assertThat(users(new StartsWith<>(UserProperty.PK, "1"))).isEmpty();
        assertThat(users(Criterion.never())).isEmpty();
    }

    @Test
    void takesWhatIsSearchedForAsText() {
        User user = user();
        assertThat(users(is(UserProperty.USERNAME, "' OR 1=1 --"))).isEmpty();
        assertThat(users(new StartsWith<>(UserProperty.USERNAME, "u_"))).doesNotContain(user);
        assertThat(users(new StartsWith<>(UserProperty.USERNAME, "%"))).isEmpty();
        assertThat(users(new StartsWith<>(UserProperty.USERNAME, "!"))).isEmpty();
    }

    @Test
    void findsUsersByABeginning() {
        User user = user();
        String beginning = user.username().substring(0, 12).toUpperCase(Locale.ROOT);
        assertThat(users(new StartsWith<>(UserProperty.USERNAME, beginning))).containsExactly(user);
        assertThat(users(new StartsWith<>(UserProperty.EMAIL, beginning))).containsExactly(user);
    }

    @Test
    void combines() {
        User one = user();
        User two = user();
        Criterion<UserProperty> either = new Any<>(
                List.of(is(UserProperty.USERNAME, one.username()), is(UserProperty.USERNAME, two.username())));

        assertThat(users(either)).containsExactly(one, two);
        assertThat(users(both(either, new Not<>(is(UserProperty.USERNAME, one.username())))))
                .containsExactly(two);
        assertThat(users(both(either, new Not<>(new Not<>(is(UserProperty.USERNAME, one.username()))))))
                .containsExactly(one);
        assertThat(users(both(either, Criterion.always()))).containsExactly(one, two);
    }

    @Test
    void whoHasNoAddressIsNotTheOneWithAnother() {
        User user = stores().users().add(UUID.randomUUID(), withoutMail(unique("u")), NOW);
        Criterion<UserProperty> other = new Not<>(is(UserProperty.EMAIL, "somebody@example.org"));
        assertThat(users(both(is(UserProperty.USERNAME, user.username()), other)))
                .containsExactly(user);
    }

    @Test
    void goesOnAfterTheLastOne() {
        User one = user();
        User two = user();
        Criterion<UserProperty> either = new Any<>(
                List.of(is(UserProperty.USERNAME, one.username()), is(UserProperty.USERNAME, two.username())));

        assertThat(stores().directorySearch().users(either, 0, 1)).containsExactly(one);
        assertThat(stores().directorySearch().users(either, one.pk(), 1)).containsExactly(two);
        assertThat(stores().directorySearch().users(either, two.pk(), 1)).isEmpty();
    }

    @Test
    void findsUsersByTheirGroups() {
        User user = user();
        UUID top = add(unique("top"));
        UUID low = stores().groups()
                .add(UUID.randomUUID(), group(unique("low"), false, top))
                .id();
        stores().groups().addMember(low, user.id());
        String topName = name(top).toUpperCase(Locale.ROOT);

        assertThat(users(is(UserProperty.GROUP, topName))).containsExactly(user);
        assertThat(users(is(UserProperty.GROUP, name(low)))).containsExactly(user);
        assertThat(users(is(UserProperty.GROUP, unique("g")))).isEmpty();
        assertThat(stores().directorySearch().groupsOf(List.of(user.id(), UUID.randomUUID())))
                .containsOnlyKeys(user.id())
                .hasEntrySatisfying(
                        user.id(),
                        groups -> assertThat(groups).extracting(Group::id).containsExactly(low, top));
        assertThat(stores().directorySearch().groupsOf(List.of())).isEqualTo(Map.of());
    }

    @Test
    void findsGroups() {
        User user = user();
        UUID group = add(unique("g"));
        UUID other = add(unique("h"));
        stores().groups().addMember(group, user.id());
        String name = name(group);

        assertThat(groups(new Is<>(GroupProperty.NAME, name.toUpperCase(Locale.ROOT))))
                .containsExactly(group);
        assertThat(groups(new StartsWith<>(GroupProperty.NAME, name.substring(0, 20))))
                .containsExactly(group);
        assertThat(groups(new Is<>(GroupProperty.ID, other.toString()))).containsExactly(other);
        assertThat(groups(new Is<>(GroupProperty.MEMBER, user.username().toUpperCase(Locale.ROOT))))
                .containsExactly(group);
        assertThat(stores().directorySearch().members(group)).containsExactly(user.username());
        assertThat(stores().directorySearch().members(other)).isEmpty();
    }

    @Test
    void goesOnAfterTheLastGroup() {
        UUID one = add(unique("a"));
        UUID two = add(unique("b"));
        Criterion<GroupProperty> either = new Any<>(
                List.of(new Is<>(GroupProperty.ID, one.toString()), new Is<>(GroupProperty.ID, two.toString())));

        assertThat(stores().directorySearch().groups(either, "", 1))
                .extracting(Group::id)
                .containsExactly(one);
        assertThat(stores().directorySearch().groups(either, name(one), 1))
                .extracting(Group::id)
                .containsExactly(two);
    }

    private UUID add(String name) {
        return stores().groups().add(UUID.randomUUID(), group(name, false)).id();
    }

    private String name(UUID group) {
        return stores().groups().find(group).orElseThrow().fields().name();
    }

    private List<User> users(Criterion<UserProperty> criterion) {
        return stores().directorySearch().users(criterion, 0, MANY);
    }

    private List<UUID> groups(Criterion<GroupProperty> criterion) {
        return stores().directorySearch().groups(criterion, "", MANY).stream()
                .map(Group::id)
                .toList();
    }

    private static Criterion<UserProperty> is(UserProperty property, String value) {
        return new Is<>(property, value);
    }

    private static Criterion<UserProperty> both(Criterion<UserProperty> one, Criterion<UserProperty> other) {
        return new All<>(List.of(one, other));
    }
}
