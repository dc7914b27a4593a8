package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.gatewright.itests.support.Condition;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.Rush;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bundles of plug-ins are updated and refreshed in place, past the life cycle, while people sign in: they wait for a moment. */
class InPlaceIT {

    private static final int CLIENTS = 4;
    private static final List<String> PLUGINS = List.of(
            "org.gatewright.stages.password",
            "org.gatewright.stages.identification",
            "org.gatewright.stages.userlogin",
            "org.gatewright.protocols.oauth2",
            "org.gatewright.credentials.argon2id",
            "org.gatewright.credentials.internal");

    private Distribution server;

    @BeforeEach
    void start() {
        server = Distribution.unpack().withAdministrator().withCheapHashing().start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void nobodyFailsWhenABundleIsUpdatedOrRefreshed() throws Exception {
        try (Rush rush = new Rush(server, CLIENTS)) {
            for (String plugin : PLUGINS) {
                for (String command : List.of("bundle:update", "bundle:refresh")) {
                    server.command(command, plugin);
                    int reached = rush.signIns();
                    Condition.await(
                            () -> "somebody signs in after it: " + rush.summary() + " " + rush.failures(),
                            Duration.ofSeconds(30),
                            () -> rush.signIns() > reached + CLIENTS);
                    assertThat(rush.failures()).as(command + " " + plugin).isEmpty();
                }
            }
        }
    }
}
