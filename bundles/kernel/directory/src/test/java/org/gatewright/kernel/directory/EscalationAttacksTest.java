package org.gatewright.kernel.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.GroupFields;
import org.gatewright.port.directory.Permission;
import org.gatewright.port.directory.Role;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.junit.jupiter.api.Test;

/** Somebody of the help desk, who may administer users, groups and roles, tries to become more than that. */
class EscalationAttacksTest {

    private static final Permission MORE = Permission.of("change", "provider");

    private final DirectoryFixture house = new DirectoryFixture();
    private final UUID admins = house.group("admins", true, List.of());
    private final UUID nightShift = house.group("night shift", false, List.of(admins));
    private final UUID providerRole = house.role("providers", MORE);
    private final UUID engineers = house.group("engineers", false, List.of(), providerRole);
    private final UUID deskRole = house.role(
            "desk",
            Permission.of("add", "user"),
            Permission.of("change", "user"),
            Permission.of("change", "group"),
            new Permission("view", "application", Optional.of(new UUID(1, 1))));
    private final UUID desk = house.group("desk", false, List.of(), deskRole);
    private final UUID staff = house.group("staff", false, List.of());
    private final User root = house.user("root", admins);
    private final User engineer = house.user("engineer", engineers);
    private final User clerk = house.user("clerk", staff);
    private final User mallory = house.user("mallory", desk);
    private final Actor attacker = house.actor(mallory);

    @Test
    void cannotCreateAUserInAStrongerGroup() {
        for (UUID group : List.of(admins, nightShift, engineers)) {
            house.assertDenied(
                    () -> house.users.create(attacker, DirectoryFixture.fields("puppet", group), Optional.empty()));
        }
        assertThat(house.users.create(attacker, DirectoryFixture.fields("trainee", desk), Optional.empty()))
                .isNotNull();
    }

    @Test
    void cannotMoveThemselvesOrOthersIntoAStrongerGroup() {
        for (UUID group : List.of(admins, nightShift, engineers)) {
            for (User user : List.of(mallory, clerk)) {
                house.assertDenied(() -> house.users.update(
                        attacker, user.id(), DirectoryFixture.fields(user, user.email(), true, group)));
                house.assertDenied(() -> house.groups.addMember(attacker, group, user.id()));
            }
        }
        house.groups.addMember(attacker, desk, clerk.id());
    }

    @Test
    void cannotMakeAGroupOfSuperusers() {
        house.assertDenied(() -> house.groups.create(attacker, fields("mine", true, List.of(), List.of())));
        house.assertDenied(
                () -> house.groups.update(attacker, desk, fields("desk", true, List.of(), List.of(deskRole))));
    }

    @Test
    void cannotNestAGroupInAStrongerOne() {
        for (UUID parent : List.of(admins, nightShift, engineers)) {
            house.assertDenied(() -> house.groups.create(attacker, fields("mine", false, List.of(parent), List.of())));
            house.assertDenied(() ->
                    house.groups.update(attacker, desk, fields("desk", false, List.of(parent), List.of(deskRole))));
        }
        house.groups.create(attacker, fields("sub desk", false, List.of(desk), List.of()));
    }

    @Test
    void cannotGiveAGroupARoleTheyDoNotHold() {
        house.assertDenied(
                () -> house.groups.create(attacker, fields("mine", false, List.of(), List.of(providerRole))));
        house.assertDenied(() ->
                house.groups.update(attacker, desk, fields("desk", false, List.of(), List.of(deskRole, providerRole))));
        house.groups.create(attacker, fields("second desk", false, List.of(), List.of(deskRole)));
    }

    @Test
    void cannotWritePermissionsTheyDoNotHoldIntoARole() {
        Permission all = Permission.of("view", "application");
        Permission other = new Permission("view", "application", Optional.of(new UUID(2, 2)));
        for (Permission permission : List.of(MORE, all, other)) {
            house.assertDenied(
                    () -> house.groups.saveRole(attacker, new Role(UUID.randomUUID(), "mine", List.of(permission))));
            house.assertDenied(() -> house.groups.saveRole(attacker, new Role(deskRole, "desk", List.of(permission))));
        }
        house.groups.saveRole(
                attacker, new Role(UUID.randomUUID(), "smaller desk", List.of(Permission.of("change", "user"))));
    }

    @Test
    void cannotChangeOrDeleteAStrongerRole() {
        house.assertDenied(() -> house.groups.saveRole(attacker, new Role(providerRole, "harmless", List.of())));
        house.assertDenied(() -> house.groups.deleteRole(attacker, providerRole));
    }

    @Test
    void cannotSetThePasswordOfSomebodyStronger() {
        for (User victim : List.of(root, engineer)) {
            house.assertDenied(() -> house.users.setPassword(attacker, victim.id(), DirectoryFixture.PASSWORD));
        }
        house.users.setPassword(attacker, clerk.id(), DirectoryFixture.PASSWORD);
        house.users.setPassword(attacker, mallory.id(), DirectoryFixture.PASSWORD);
    }

    @Test
    void cannotRedirectTheRecoveryMailOfSomebodyStronger() {
        house.assertDenied(() -> house.users.update(
                attacker, root.id(), DirectoryFixture.fields(root, "mallory@evil.example", true, admins)));
        house.assertDenied(() -> house.users.update(
                attacker, engineer.id(), DirectoryFixture.fields(engineer, "mallory@evil.example", true, engineers)));
    }

    @Test
    void cannotTakeATokenOfSomebodyStronger() {
        for (User victim : List.of(root, engineer)) {
            for (String intent : List.of("api", "app_password")) {
                house.assertDenied(() -> house.tokens.issue(
                        attacker, victim.id(), "mine", intent, "", Optional.empty(), Optional.empty()));
            }
        }
        house.tokens.issue(attacker, mallory.id(), "mine", "api", "", Optional.empty(), Optional.empty());
    }

    @Test
    void cannotDeleteTheTokenOfSomebodyStronger() {
        UUID token = house.tokens
                .issue(Actor.system(), root.id(), "roots", "api", "", Optional.empty(), Optional.empty())
                .token()
                .id();
        house.assertDenied(() -> house.tokens.delete(attacker, token));
    }

    @Test
    void cannotLockOutOrDeleteSomebodyStronger() {
        for (User victim : List.of(root, engineer)) {
            house.assertDenied(() ->
                    house.users.update(attacker, victim.id(), DirectoryFixture.fields(victim, victim.email(), false)));
            house.assertDenied(() -> house.users.delete(attacker, victim.id()));
        }
    }

    @Test
    void cannotWeakenAStrongerGroup() {
        for (UUID group : List.of(admins, nightShift, engineers)) {
            house.assertDenied(() -> house.groups.delete(attacker, group));
            house.assertDenied(() -> house.groups.removeMember(attacker, group, engineer.id()));
            house.assertDenied(
                    () -> house.groups.update(attacker, group, fields("harmless", false, List.of(), List.of())));
        }
    }

    @Test
    void cannotLeaveThroughTheUsersOwnListOfGroupsWhatTheyMayNotJoin() {
        User both = house.user("both", staff);
        house.groups.addMember(Actor.system(), engineers, both.id());
        house.assertDenied(() ->
                house.users.update(attacker, both.id(), DirectoryFixture.fields(both, both.email(), true, staff)));
    }

    @Test
    void aSuperuserWhoWasDeactivatedIsNobody() {
        house.user("second", admins);
        User gone = house.users.update(
                Actor.system(), root.id(), DirectoryFixture.fields(root, root.email(), false, admins));
        Actor former = house.actor(gone);
        house.assertDenied(() -> house.groups.addMember(former, admins, clerk.id()));
        house.assertDenied(() -> house.users.setPassword(former, engineer.id(), DirectoryFixture.PASSWORD));
    }

    @Test
    void aVisitorHoldsNothingToGive() {
        Actor visitor = new Actor(Optional.empty(), "192.0.2.9");
        for (UUID group : List.of(admins, nightShift, engineers, desk)) {
            house.assertDenied(
                    () -> house.users.create(visitor, DirectoryFixture.fields("puppet", group), Optional.empty()));
            house.assertDenied(() -> house.groups.addMember(visitor, group, clerk.id()));
        }
        house.assertDenied(() -> house.groups.create(visitor, fields("mine", true, List.of(), List.of())));
        house.assertDenied(() -> house.users.setPassword(visitor, root.id(), DirectoryFixture.PASSWORD));
        house.assertDenied(() -> house.access.require(visitor, Permission.of("view", "user")));
        assertThat(house.users.create(visitor, DirectoryFixture.fields("customer", staff), Optional.empty()))
                .isNotNull();
    }

    @Test
    void superusersMayDoAllOfThat() {
        Actor superuser = house.actor(root);
        house.groups.addMember(superuser, admins, clerk.id());
        house.users.setPassword(superuser, engineer.id(), DirectoryFixture.PASSWORD);
        house.groups.create(superuser, fields("more admins", true, List.of(admins), List.of(providerRole)));
        house.groups.saveRole(superuser, new Role(deskRole, "desk", List.of(MORE)));
        house.tokens.issue(superuser, clerk.id(), "clerk", "api", "", Optional.empty(), Optional.empty());
        assertThat(house.database.users().find(clerk.id()).orElseThrow().superuser())
                .isTrue();
    }

    private static GroupFields fields(String name, boolean superuser, List<UUID> parents, List<UUID> roles) {
        return new GroupFields(name, superuser, parents, roles, JsonObject.empty());
    }
}
