package org.gatewright.testkit.port.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.directory.Group;
import org.gatewright.port.directory.GroupFields;
import org.gatewright.port.directory.Permission;
import org.gatewright.port.directory.Role;
import org.gatewright.port.store.GroupStore;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.junit.jupiter.api.Test;

/** What a store of groups and roles promises. */
abstract class GroupStoreContract extends StoreContract {

    private GroupStore groups() {
        return stores().groups();
    }

    private UUID add(boolean superuser, UUID... parents) {
        return groups().add(UUID.randomUUID(), group(unique("g"), superuser, parents))
                .id();
    }

    @Test
    void returnsWhatWasAdded() {
        Role role = new Role(UUID.randomUUID(), unique("r"), List.of(Permission.of("view", "user")));
        groups().saveRole(role);
        UUID parent = add(false);
        GroupFields fields =
                new GroupFields(unique("Ärzte"), true, List.of(parent), List.of(role.id()), JsonObject.of("a", true));
        User user = user();

        Group added = groups().add(UUID.randomUUID(), fields);
        groups().addMember(added.id(), user.id());
        groups().addMember(added.id(), user.id());

        Group expected = new Group(added.id(), fields, List.of(user.id()));
        assertThat(groups().find(added.id())).contains(expected);
        assertThat(groups().findByName(fields.name().toUpperCase(Locale.ROOT))).contains(expected);
        assertThat(groups().list(search(fields.name())).items()).containsExactly(expected);
        assertThat(groups().list(filtered("name", fields.name())).items()).containsExactly(expected);
        groups().removeMember(added.id(), user.id());
        groups().removeMember(added.id(), user.id());
        assertThat(groups().find(added.id()).orElseThrow().members()).isEmpty();
    }

    @Test
    void findsNothingThatIsNotThere() {
        UUID nobody = UUID.randomUUID();
        assertThat(groups().find(nobody)).isEmpty();
        assertThat(groups().findByName(unique("g"))).isEmpty();
        assertThat(groups().allOf(nobody)).isEmpty();
        assertThat(groups().withAncestors(nobody)).isEmpty();
        assertThat(groups().rolesOf(nobody)).isEmpty();
        assertThat(groups().replace(nobody, group(unique("g"), false))).isFalse();
        assertThat(groups().delete(nobody)).isFalse();
    }

    @Test
    void refusesATakenNameWithoutCase() {
        String name = unique("g");
        groups().add(UUID.randomUUID(), group(name, false));
        GroupFields same = group(name.toUpperCase(Locale.ROOT), false);

        assertTaken(() -> groups().add(UUID.randomUUID(), same), "name");
        UUID other = add(false);
        assertTaken(() -> groups().replace(other, same), "name");
    }

    @Test
    void followsNestingUpwardsByName() {
        UUID top = groups().add(UUID.randomUUID(), group("A" + UUID.randomUUID(), false))
                .id();
        UUID middle = groups().add(UUID.randomUUID(), group("B" + UUID.randomUUID(), false, top))
                .id();
        UUID low = groups().add(UUID.randomUUID(), group("C" + UUID.randomUUID(), false, middle))
                .id();
        User user = user();
        groups().addMember(low, user.id());
        groups().addMember(top, user.id());

        assertThat(groups().allOf(user.id())).extracting(Group::id).containsExactly(top, middle, low);
        assertThat(groups().withAncestors(middle)).extracting(Group::id).containsExactly(top, middle);
        assertThat(groups().find(low).orElseThrow().fields().parents()).containsExactly(middle);
    }

    @Test
    void forgetsNestingThatEnds() {
        UUID top = add(false);
        UUID middle = add(false, top);
        UUID low = add(false, middle, top);
        User user = user();
        groups().addMember(low, user.id());

        groups().replace(middle, group(unique("g"), false));
        assertThat(groups().allOf(user.id())).extracting(Group::id).containsExactlyInAnyOrder(low, middle, top);
        groups().replace(low, group(unique("g"), false, middle));
        assertThat(groups().allOf(user.id())).extracting(Group::id).containsExactlyInAnyOrder(low, middle);
        assertThat(groups().delete(middle)).isTrue();
        assertThat(groups().allOf(user.id())).extracting(Group::id).containsExactly(low);
        assertThat(groups().find(low).orElseThrow().fields().parents()).isEmpty();
    }

    @Test
    void survivesACircle() {
        UUID one = add(false);
        UUID two = add(false, one);
        groups().replace(one, group(unique("g"), false, two));

        assertThat(groups().withAncestors(one)).extracting(Group::id).containsExactlyInAnyOrder(one, two);
    }

    @Test
    void keepsNestingRightUnderConcurrentChanges() {
        UUID top = add(true);
        List<UUID> added = race(() -> stores().transactions().call(() -> add(false, top)));

        for (UUID group : added) {
            assertThat(groups().withAncestors(group)).extracting(Group::id).containsExactlyInAnyOrder(group, top);
        }
        groups().replace(top, group(unique("g"), false)); // no superusers for other tests
    }

    @Test
    void givesRolesThroughNesting() {
        Role role = new Role(
                UUID.randomUUID(),
                unique("r"),
                List.of(
                        new Permission("change", "user", Optional.of(UUID.randomUUID())),
                        Permission.of("add", "group")));
        groups().saveRole(role);
        UUID top = groups().add(
                        UUID.randomUUID(),
                        new GroupFields(unique("g"), false, List.of(), List.of(role.id()), JsonObject.empty()))
                .id();
        User user = user();
        groups().addMember(add(false, top), user.id());

        assertThat(groups().rolesOf(user.id())).containsExactly(role);
        assertThat(groups().role(role.id())).contains(role);
        assertThat(groups().roles(filtered("name", role.name())).items()).containsExactly(role);
        Role renamed = new Role(role.id(), unique("r"), List.of());
        groups().saveRole(renamed);
        assertThat(groups().rolesOf(user.id())).containsExactly(renamed);
        assertThat(groups().deleteRole(role.id())).isTrue();
        assertThat(groups().deleteRole(role.id())).isFalse();
        assertThat(groups().rolesOf(user.id())).isEmpty();
        assertThat(groups().find(top).orElseThrow().fields().roles()).isEmpty();
    }

    @Test
    void refusesATakenRoleName() {
        Role role = new Role(UUID.randomUUID(), unique("r"), List.of());
        groups().saveRole(role);

        assertTaken(() -> groups().saveRole(new Role(UUID.randomUUID(), role.name(), List.of())), "name");
    }
}
