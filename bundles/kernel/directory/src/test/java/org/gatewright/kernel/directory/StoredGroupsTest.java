package org.gatewright.kernel.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.GroupFields;
import org.gatewright.port.directory.Permission;
import org.gatewright.port.directory.Role;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.error.GatewrightException;
import org.junit.jupiter.api.Test;

class StoredGroupsTest {

    private static final Actor SYSTEM = Actor.system();

    private final DirectoryFixture house = new DirectoryFixture();

    @Test
    void membershipGoesThroughNesting() {
        UUID staff = house.group("staff", false, List.of());
        UUID desk = house.group(" desk ", false, List.of(staff));
        User ada = house.user("ada");
        house.groups.addMember(SYSTEM, desk, ada.id());
        house.groups.addMember(SYSTEM, desk, ada.id());
        assertThat(house.directory.groupNames(ada.id())).containsExactly("desk", "staff");
        assertThat(house.users.groupsOf(ada.id())).containsExactly(desk);
        assertThat(house.groups.group(desk).orElseThrow().members()).containsExactly(ada.id());
        house.groups.removeMember(SYSTEM, desk, ada.id());
        assertThat(house.directory.groupNames(ada.id())).isEmpty();
    }

    @Test
    void refusesACircleOfAnyLength() {
        UUID top = house.group("top", false, List.of());
        UUID middle = house.group("middle", false, List.of(top));
        UUID low = house.group("low", false, List.of(middle));
        for (UUID parent : List.of(top, middle, low)) {
            assertThatThrownBy(() -> house.groups.update(SYSTEM, top, fields("top", List.of(parent), List.of())))
                    .hasMessage("parents: A group cannot be nested in itself, not even through others.");
        }
    }

    @Test
    void refusesWhatIsAbsentTakenOrMalformed() {
        UUID nowhere = UUID.randomUUID();
        UUID desk = house.group("desk", false, List.of());
        User ada = house.user("ada");
        assertThatThrownBy(() -> house.group("DESK", false, List.of()))
                .hasMessage("name: A group with this name exists.");
        assertThatThrownBy(() -> house.group(" ", false, List.of())).hasMessageStartingWith("name: A name has 1 to");
        assertThatThrownBy(() -> house.group("x", false, List.of(nowhere)))
                .hasMessage("parents: There is no group " + nowhere + ".");
        assertThatThrownBy(() -> house.group("x", false, List.of(), nowhere))
                .hasMessage("roles: There is no role " + nowhere + ".");
        assertThatThrownBy(() -> house.groups.addMember(SYSTEM, desk, nowhere))
                .hasMessage("pk: There is no such user.");
        assertNotFound(() -> house.groups.addMember(SYSTEM, nowhere, ada.id()));
        assertNotFound(() -> house.groups.update(SYSTEM, nowhere, fields("x", List.of(), List.of())));
        assertNotFound(() -> house.groups.delete(SYSTEM, nowhere));
        assertNotFound(() -> house.groups.deleteRole(SYSTEM, nowhere));
    }

    @Test
    void refusesRolesThatAreTakenOrMalformed() {
        house.role("viewer", Permission.of("view", "user"));
        assertThatThrownBy(() -> house.role("viewer")).hasMessage("name: A role with this name exists.");
        assertThatThrownBy(() -> house.role("x", Permission.of("", "user"))).hasMessageStartingWith("permissions:");
    }

    @Test
    void everyChangeIsAudited() {
        UUID desk = house.group("desk", false, List.of());
        User ada = house.user("ada");
        house.groups.addMember(SYSTEM, desk, ada.id());
        house.groups.removeMember(SYSTEM, desk, ada.id());
        house.groups.update(SYSTEM, desk, fields("help desk", List.of(), List.of()));
        UUID role = house.role("viewer");
        house.groups.saveRole(SYSTEM, new Role(role, "viewer", List.of(Permission.of("view", "user"))));
        house.groups.deleteRole(SYSTEM, role);
        house.groups.delete(SYSTEM, desk);
        assertThat(house.events.actions())
                .containsExactly(
                        "model_created",
                        "model_created",
                        "model_updated",
                        "model_updated",
                        "model_updated",
                        "model_created",
                        "model_updated",
                        "model_deleted",
                        "model_deleted");
        assertThat(house.groups.list(PageRequest.first()).total()).isZero();
        assertThat(house.groups.byName("help desk")).isEmpty();
        assertThat(house.groups.roles(PageRequest.first()).total()).isZero();
    }

    @Test
    void allowsNothingByDefaultAndWhatRolesSay() {
        Permission one = new Permission("view", "application", Optional.of(new UUID(1, 1)));
        Permission other = new Permission("view", "application", Optional.of(new UUID(2, 2)));
        UUID role = house.role("one", one);
        UUID top = house.group("top", false, List.of(), role);
        UUID low = house.group("low", false, List.of(top));
        Actor ada = house.actor(house.user("ada", low));
        assertThat(house.access.allows(ada, one)).isTrue();
        assertThat(house.access.allows(ada, other)).isFalse();
        assertThat(house.access.allows(ada, Permission.of("view", "application")))
                .isFalse();
        assertThat(house.access.allows(ada, new Permission("change", "application", one.object())))
                .isFalse();
        assertThatThrownBy(() -> house.access.require(ada, other))
                .isInstanceOfSatisfying(
                        GatewrightException.class, e -> assertThat(e.code()).isEqualTo(CommonError.DENIED));
        house.access.require(ada, one);
    }

    @Test
    void aUserMayViewThemselfAndNobodyElse() {
        User ada = house.user("ada");
        User bob = house.user("bob");
        assertThat(house.access.allows(house.actor(ada), new Permission("view", "user", Optional.of(ada.id()))))
                .isTrue();
        assertThat(house.access.allows(house.actor(ada), new Permission("change", "user", Optional.of(ada.id()))))
                .isFalse();
        assertThat(house.access.allows(house.actor(ada), new Permission("view", "user", Optional.of(bob.id()))))
                .isFalse();
        assertThat(house.access.allows(house.actor(ada), Permission.of("view", "user")))
                .isFalse();
    }

    @Test
    void superusersMayDoAllUntilTheyAreDeactivated() {
        UUID admins = house.group("admins", true, List.of());
        User root = house.user("root", admins);
        house.user("second", admins);
        Permission any = Permission.of("delete", "anything");
        assertThat(house.access.allows(house.actor(root), any)).isTrue();
        assertThat(house.access.allows(SYSTEM, any)).isTrue();
        house.users.update(SYSTEM, root.id(), DirectoryFixture.fields(root, "", false, admins));
        assertThat(house.access.allows(house.actor(root), any)).isFalse();
        assertThat(house.access.allows(house.actor(root), new Permission("view", "user", Optional.of(root.id()))))
                .isFalse();
    }

    private static GroupFields fields(String name, List<UUID> parents, List<UUID> roles) {
        return new GroupFields(name, false, parents, roles, JsonObject.empty());
    }

    private static void assertNotFound(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(GatewrightException.class, e -> assertThat(e.code())
                .isEqualTo(CommonError.NOT_FOUND));
    }
}
