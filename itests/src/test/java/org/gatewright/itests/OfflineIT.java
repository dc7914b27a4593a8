package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import org.gatewright.itests.support.Condition;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.LonelyNetwork;
import org.junit.jupiter.api.Test;

/** The distribution is complete: it starts where there is no network at all. */
class OfflineIT {

    @Test
    void startsWithoutANetwork() {
        assumeTrue(LonelyNetwork.isAllowed(), "this user may not make a network namespace (unshare)");
        try (Distribution server = Distribution.unpack().withAdministrator().startedBy(LonelyNetwork.COMMAND)) {
            LonelyNetwork network = LonelyNetwork.of(server.launch());
            Condition.await(
                    () -> "the server is ready: " + network.get(server.base(), "/-/health/ready/") + server.output(),
                    Duration.ofSeconds(120),
                    () -> network.get(server.base(), "/-/health/ready/").startsWith("HTTP/1.1 200"));

            assertThat(network.interfaces()).containsExactly("lo");
            assertThat(network.get(server.base(), "/if/flow/default-authentication-flow/"))
                    .startsWith("HTTP/1.1 200");
            assertThat(server.ready()).as("from outside").isZero();
        }
    }
}
