package org.gatewright.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.plugins.Permission;
import org.gatewright.spi.authenticator.Authenticators;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.stage.StageResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A stage that does not declare so reaches no second factor. */
class AuthenticatorPermissionTest {

    private static final String PAGE = "/if/flow/f/";

    /** One way to reach them. */
    @FunctionalInterface
    interface Reach {
        Object to(Authenticators authenticators);
    }

    static List<Reach> reaches() {
        JsonObject nothing = JsonObject.empty();
        UUID any = UUID.randomUUID();
        return List.of(
                Authenticators::devices,
                own -> own.challenge(any, nothing),
                own -> own.prove(any, nothing, nothing),
                own -> own.add(any, Optional.empty(), nothing));
    }

    @ParameterizedTest
    @MethodSource("reaches")
    void isRefusedWithoutThePermission(Reach reach) {
        House house = new House();
        User alice = house.user("alice");
        house.catalogue.declaring(new Permission(Permission.DOCUMENTS, List.of()));
        house.step(house.flow("f"), "curious", context -> {
            reach.to(context.authenticators());
            return new StageResult.Done(JsonObject.empty());
        });
        assertThat(house.signedIn(alice).show(PAGE).status()).isEqualTo(503);
    }
}
