package org.gatewright.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatewright.port.directory.Devices;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.error.CommonError;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.UserType;
import org.gatewright.spi.error.ErrorCode;
import org.gatewright.spi.error.GatewrightException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Second factors: one's own without a permission, those of others with one. */
class AuthenticatorDevicesTest {

    private static final String OWN = "authenticators/all";
    private static final String ADMIN = "authenticators/admin";
    private static final UUID BOB = UUID.randomUUID();

    private final House house = new House();
    private String own;
    private String foreign;

    @BeforeEach
    void add() {
        own = device(House.USER.id(), "alice");
        foreign = device(BOB, "bob");
    }

    private String device(UUID user, String name) {
        UserFields fields =
                new UserFields(name, "", "", true, UserType.INTERNAL, "users", JsonObject.empty(), List.of());
        house.database.users().add(user, fields, Instant.EPOCH);
        UUID id = UUID.randomUUID();
        JsonObject content = JsonObject.of("secret", "hidden");
        assertThat(house.devices.add(
                        id, new Devices.NewDevice(user, "totp", UUID.randomUUID(), "Phone", content), Instant.EPOCH))
                .isTrue();
        return id.toString();
    }

    private static void refuses(ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(GatewrightException.class)
                .isThrownBy(call)
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(code));
    }

    @Test
    void everybodySeesTheirOwnAndNoSecret() {
        List<JsonObject> seen = house.list(OWN).objects("results");
        assertThat(seen).singleElement().satisfies(device -> assertThat(device.text("pk"))
                .contains(own));
        assertThat(seen.toString()).doesNotContain("hidden");
    }

    @Test
    void everybodyRenamesAndDeletesTheirOwn() {
        JsonObject name = JsonObject.of("name", "Old phone");
        assertThat(house.api.change(house.caller(), OWN, own, name).text("name"))
                .contains("Old phone");
        house.api.delete(house.caller(), OWN, own);
        assertThat(house.list(OWN).objects("results")).isEmpty();
    }

    @Test
    void attackTheDeviceOfSomebodyElse() {
        house.grantEverything();
        refuses(CommonError.NOT_FOUND, () -> house.api.retrieve(house.caller(), OWN, foreign));
        refuses(CommonError.NOT_FOUND, () -> house.api.delete(house.caller(), OWN, foreign));
        refuses(
                CommonError.NOT_FOUND,
                () -> house.api.change(house.caller(), OWN, foreign, JsonObject.of("name", "mine")));
    }

    @Test
    void attackTheListOfTheAdministrators() {
        refuses(CommonError.DENIED, () -> house.list(ADMIN, "user=900"));
        refuses(CommonError.DENIED, () -> house.api.delete(house.caller(), ADMIN, foreign));
        refuses(CommonError.DENIED, () -> house.api.retrieve(house.nobody(), OWN, own));
    }

    @Test
    void administratorsDeleteWhatSomebodyHasLost() {
        house.grant("delete", "authenticatordevice");
        house.api.delete(house.caller(), ADMIN, foreign);
        assertThat(house.devices.of(BOB)).isEmpty();
    }

    @Test
    void anUnknownNumberIsNotTheCaller() {
        house.grant("view", "authenticatordevice");
        refuses(CommonError.INVALID_FIELDS, () -> house.list(ADMIN, "user=4711"));
        refuses(CommonError.INVALID_FIELDS, () -> house.list(ADMIN, "user=x"));
        assertThat(house.list(ADMIN).objects("results")).hasSize(1);
    }

    @Test
    void namesAreNotEmptyNorEndless() {
        for (String name : List.of("", " ", "x".repeat(65))) {
            refuses(
                    CommonError.INVALID_FIELDS,
                    () -> house.api.change(house.caller(), OWN, own, JsonObject.of("name", name)));
        }
    }
}
