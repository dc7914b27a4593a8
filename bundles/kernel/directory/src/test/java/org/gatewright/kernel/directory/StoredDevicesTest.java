package org.gatewright.kernel.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.Devices;
import org.gatewright.port.directory.Permission;
import org.gatewright.port.directory.UserDevice;
import org.gatewright.port.error.CommonError;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.testkit.port.FakePluginDocuments;
import org.gatewright.testkit.port.PlainSealer;
import org.junit.jupiter.api.Test;

class StoredDevicesTest {

    private static final JsonObject CONTENT = JsonObject.of("secret", "a secret of the device");

    private final DirectoryFixture house = new DirectoryFixture();
    private final StoredDevices devices = new StoredDevices(
            new FakePluginDocuments(house.database.documents(), house.clock),
            new PlainSealer(),
            house.database.transactions(),
            house.directory,
            house.rights,
            house.audit);
    private final User alice = house.user("alice");

    private UserDevice add(User user, String type) {
        UUID id = UUID.randomUUID();
        assertThat(devices.add(id, device(user, type), house.clock.instant())).isTrue();
        return devices.find(id).orElseThrow();
    }

    private static Devices.NewDevice device(User user, String type) {
        return new Devices.NewDevice(user.id(), type, UUID.randomUUID(), "my " + type, CONTENT);
    }

    @Test
    void keepsWhatItWasGiven() {
        UserDevice device = add(alice, "totp");
        assertThat(device.user()).isEqualTo(alice.id());
        assertThat(device.name()).isEqualTo("my totp");
        assertThat(device.created()).isEqualTo(house.clock.instant());
        assertThat(device.lastUsed()).isEmpty();
        assertThat(devices.content(device)).contains(CONTENT);
        assertThat(device.toString()).doesNotContain(device.sealed());
    }

    @Test
    void listsThoseOfTheUserTheOneThatWasUsedLastFirst() {
        UserDevice first = add(alice, "totp");
        UserDevice second = add(alice, "static");
        add(house.user("bob"), "totp");
        assertThat(devices.used(second, CONTENT, house.clock.instant())).isTrue();
        assertThat(devices.of(alice.id())).extracting(UserDevice::id).containsExactly(second.id(), first.id());
    }

    @Test
    void policiesAreToldTheTypesOfTheUser() {
        User bob = house.user("bob");
        add(alice, "totp");
        add(alice, "totp");
        add(alice, "static");
        add(bob, "webauthn");

        DeviceTypes types = new DeviceTypes(devices);

        assertThat(types.typesOf(alice.id())).containsExactlyInAnyOrder("totp", "static");
        assertThat(types.typesOf(bob.id())).containsExactly("webauthn");
        assertThat(types.typesOf(UUID.randomUUID())).isEmpty();
    }

    @Test
    void replacesTheContentOnce() {
        UserDevice device = add(alice, "totp");
        JsonObject next = CONTENT.with("last", 7L);
        assertThat(devices.used(device, next, house.clock.instant())).isTrue();
        assertThat(devices.used(device, CONTENT, house.clock.instant())).isFalse();
        UserDevice used = devices.find(device.id()).orElseThrow();
        assertThat(devices.content(used)).contains(next);
        assertThat(used.lastUsed()).contains(house.clock.instant());
    }

    @Test
    void attackTheSecretOfOneDeviceIsMovedToAnother() {
        UserDevice own = add(alice, "totp");
        UserDevice other = add(alice, "totp");
        UserDevice forged = new UserDevice(
                other.id(),
                other.user(),
                other.type(),
                other.method(),
                other.name(),
                other.created(),
                Optional.empty(),
                own.sealed(),
                other.revision());
        assertThat(devices.content(forged)).isEmpty();
    }

    @Test
    void keepsNoMoreThanAUserMayHave() {
        for (int device = 0; device < Devices.MOST; device++) {
            add(alice, "totp");
        }
        assertThat(devices.add(UUID.randomUUID(), device(alice, "totp"), house.clock.instant()))
                .isFalse();
    }

    @Test
    void renamesAndDeletesWithATrace() {
        UserDevice device = add(alice, "totp");
        UserDevice renamed = devices.rename(house.actor(alice), device, "Phone");
        assertThat(renamed.name()).isEqualTo("Phone");
        assertThatThrownBy(() -> devices.delete(house.actor(alice), device))
                .isInstanceOfSatisfying(
                        GatewrightException.class, e -> assertThat(e.code()).isEqualTo(CommonError.CONFLICT));
        devices.delete(house.actor(alice), renamed);
        assertThat(devices.of(alice.id())).isEmpty();
        assertThat(house.events.recorded())
                .extracting(event -> event.action())
                .containsSequence("model_updated", "model_deleted");
    }

    @Test
    void goesWithTheUser() {
        UserDevice device = add(alice, "totp");
        house.users.delete(Actor.system(), alice.id());
        assertThat(devices.find(device.id())).isEmpty();
    }

    @Test
    void attackTheSecondFactorOfSomebodyWhoHoldsMoreIsTakenAway() {
        User root = house.user("root", house.group("admins", true, List.of()));
        UserDevice device = add(root, "totp");
        UUID role = house.role("help", Permission.of("delete", "authenticatordevice"));
        User help = house.user("help", house.group("help desk", false, List.of(), role));
        house.assertDenied(() -> devices.delete(house.actor(help), device));
        house.assertDenied(() -> devices.rename(house.actor(help), device, "mine"));
        devices.delete(house.actor(help), add(alice, "totp"));
    }
}
