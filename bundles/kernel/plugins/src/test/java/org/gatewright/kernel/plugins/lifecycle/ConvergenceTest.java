package org.gatewright.kernel.plugins.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.FutureTask;
import org.gatewright.port.directory.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a start that does not go well must not decide. */
class ConvergenceTest {

    private static final String ECHO = "org.example.echo";

    private Workshop shop;

    @BeforeEach
    void open() throws Exception {
        shop = new Workshop();
        shop.builtIn("1.0.0");
        shop.lifecycle().install(Actor.system(), Workshop.plugin(ECHO, "1.1.0", Map.of()));
    }

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    @Test
    void aStopInTheMiddleOfAStartDecidesNothing() throws Exception {
        shop.clear("1.1.0");
        shop.stopWhileStarting();
        shop.restart();
        assertThat(shop.wanted()).contains("1.1.0");

        assertStartsWell();
    }

    @Test
    void aDatabaseThatFailsInTheMiddleOfAStartDecidesNothing() throws Exception {
        shop.clear("1.1.0");
        shop.failWhileStarting();
        shop.restart();
        assertThat(shop.wanted()).contains("1.1.0");
        assertThat(shop.health().ready()).isFalse();

        assertStartsWell();
    }

    @Test
    void theVersionStaysWantedIfNoOtherOneRunsEither() throws Exception {
        shop.lose("1.0.0");
        shop.lose("1.1.0");
        shop.restart();

        assertThat(shop.wanted()).contains("1.1.0");
        assertThat(shop.active()).isEmpty();
        assertThat(shop.actions()).doesNotContain("plugin_rolled_back");
    }

    @Test
    void whoAsksWhatIsKnownBeforeTheDecisionsAreReadWaitsForThem() throws Exception {
        FutureTask<Boolean> answer =
                new FutureTask<>(() -> shop.lifecycle().knows(Workshop.plugin(ECHO, "1.1.0", Map.of())));
        shop.earlyInTheStart(() -> {
            Thread asking = new Thread(answer);
            asking.start();
            shop.eventually(() -> answer.isDone() || asking.getState() == Thread.State.WAITING);
        });
        shop.restart();

        assertThat(answer.get()).isTrue();
    }

    private void assertStartsWell() throws Exception {
        shop.startWell();
        shop.restart();

        assertThat(shop.health().ready()).isTrue();
        assertThat(shop.active()).contains("1.1.0");
        assertThat(shop.actions()).doesNotContain("plugin_rolled_back");
    }
}
