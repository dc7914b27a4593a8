package org.gatewright.kernel.plugins.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.kernel.plugins.PluginVersion;
import org.gatewright.kernel.plugins.Selection;
import org.gatewright.port.plugins.Audience;
import org.gatewright.port.store.PluginStore.Canary;
import org.gatewright.port.store.PluginStore.Wanted;
import org.junit.jupiter.api.Test;

/** What the catalogue is told between that a version is cut off and the decision about it. */
class VersionsTest {

    private static final String ECHO = "org.example.echo";

    private final List<Selection> told = new ArrayList<>();
    private final Versions versions = new Versions(told::add);

    @Test
    void theHeirAndNotTheCanaryIsCalledForAllOnceTheActiveVersionIsCutOff() {
        versions.learn(List.of(wanted()));

        versions.cutOff(version("1.0.1"), "It was bad.", Optional.of(version("1.0.0")));

        assertThat(last().chosen()).containsEntry(ECHO, "1.0.0");
        assertThat(last().quarantined()).containsOnlyKeys(version("1.0.1"));
        assertThat(versions.of(ECHO).version()).as("still to be decided").hasValue("1.0.1");
    }

    @Test
    void theActiveVersionIsCalledForAllOnceTheCanaryIsCutOff() {
        versions.learn(List.of(wanted()));

        versions.cutOff(version("1.1.0"), "It was bad.", Optional.of(version("1.0.1")));

        assertThat(last().chosen()).containsEntry(ECHO, "1.0.1");
        assertThat(last().quarantined()).containsOnlyKeys(version("1.1.0"));
    }

    @Test
    void theNextDecisionCountsAndNotTheHeir() {
        versions.learn(List.of(wanted()));
        versions.cutOff(version("1.0.1"), "It was bad.", Optional.of(version("1.0.0")));

        versions.want(new Wanted(ECHO, Optional.of("1.2.0"), List.of("1.0.0"), Map.of("1.0.1", "It was bad."), 2));

        assertThat(last().chosen()).containsEntry(ECHO, "1.2.0");
        assertThat(last().canaries()).isEmpty();
    }

    private static Wanted wanted() {
        Canary canary = new Canary("1.1.0", Audience.parse("application=shop"), Instant.EPOCH);
        return new Wanted(ECHO, Optional.of("1.0.1"), List.of("1.0.0"), Map.of(), Optional.of(canary), 1);
    }

    private static PluginVersion version(String version) {
        return new PluginVersion(ECHO, version);
    }

    private Selection last() {
        return told.get(told.size() - 1);
    }
}
