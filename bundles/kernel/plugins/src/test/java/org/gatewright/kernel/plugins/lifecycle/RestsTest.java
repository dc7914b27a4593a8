package org.gatewright.kernel.plugins.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.gatewright.kernel.plugins.PluginVersion;
import org.junit.jupiter.api.Test;

class RestsTest {

    private final Rests rests = new Rests(Duration.ofSeconds(1));
    private final PluginVersion version = new PluginVersion("org.example.echo", "1.0.0");

    @Test
    void growToALimitAndBeginAgainAfterAGoodTime() {
        long now = 0;
        for (int seconds : new int[] {1, 2, 4, 8, 16, 16}) {
            Duration rest = rests.next(version, now);
            assertThat(rest).hasSeconds(seconds);
            now += rest.toNanos();
        }
        assertThat(rests.next(version, now + TimeUnit.SECONDS.toNanos(16))).hasSeconds(1);
    }
}
