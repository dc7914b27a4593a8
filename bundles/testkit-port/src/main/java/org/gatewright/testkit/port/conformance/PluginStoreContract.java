package org.gatewright.testkit.port.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.port.plugins.Audience;
import org.gatewright.port.plugins.LogLevel;
import org.gatewright.port.store.PluginStore;
import org.gatewright.port.store.PluginStore.Artifact;
import org.gatewright.port.store.PluginStore.Canary;
import org.gatewright.port.store.PluginStore.Wanted;
import org.junit.jupiter.api.Test;

/** What a store of plug-ins promises. */
abstract class PluginStoreContract extends StoreContract {

    private static final byte[] CONTENT = "PK and so on".getBytes(StandardCharsets.UTF_8);

    private final String plugin = unique("plugin");

    private PluginStore plugins() {
        return stores().plugins();
    }

    private Artifact artifact(String version) {
        return new Artifact(plugin, version, "d1d2", CONTENT.length, NOW);
    }

    private List<Artifact> artifacts() {
        return plugins().artifacts().stream()
                .filter(artifact -> artifact.plugin().equals(plugin))
                .toList();
    }

    private Optional<Wanted> wanted() {
        return plugins().wanted().stream()
                .filter(wanted -> wanted.plugin().equals(plugin))
                .findFirst();
    }

    private Wanted wanted(String version, long revision) {
        return new Wanted(
                plugin, Optional.of(version), List.of("1.0.0", "0.9.0"), Map.of("0.8.0", "It hung."), revision);
    }

    @Test
    void returnsWhatWasAdded() {
        assertThat(plugins().content(plugin, "1.0.0")).isEmpty();
        assertThat(plugins().add(artifact("1.0.0"), CONTENT)).isTrue();
        assertThat(plugins().add(artifact("1.1.0"), new byte[0])).isTrue();

        assertThat(artifacts()).containsExactly(artifact("1.0.0"), artifact("1.1.0"));
        assertThat(plugins().content(plugin, "1.0.0").orElseThrow()).isEqualTo(CONTENT);
        assertThat(plugins().content(plugin, "1.1.0").orElseThrow()).isEmpty();
    }

    @Test
    void takesAVersionOnce() {
        assertOneWins(() -> plugins().add(artifact("1.0.0"), CONTENT));
        stores().transactions().run(() -> {
            assertThat(plugins().add(artifact("1.0.0"), new byte[0])).isFalse();
            assertThat(plugins().add(artifact("2.0.0"), CONTENT)).isTrue();
        });

        assertThat(plugins().content(plugin, "1.0.0").orElseThrow()).isEqualTo(CONTENT);
        assertThat(artifacts()).hasSize(2);
    }

    @Test
    void deletesAnArtifact() {
        plugins().add(artifact("1.0.0"), CONTENT);

        assertThat(plugins().delete(plugin, "2.0.0")).isFalse();
        assertThat(plugins().delete(plugin, "1.0.0")).isTrue();
        assertThat(plugins().delete(plugin, "1.0.0")).isFalse();
        assertThat(artifacts()).isEmpty();
    }

    @Test
    void letsOneOfManyBeTheFirstToWantSomething() {
        assertOneWins(() -> plugins().want(wanted("2.0.0", 0)));
        assertThat(wanted()).contains(wanted("2.0.0", 1));
    }

    @Test
    void changesTheExpectedRevisionOnly() {
        plugins().want(wanted("2.0.0", 0));

        assertThat(plugins().want(wanted("3.0.0", 2))).isFalse();
        assertThat(plugins().want(wanted("3.0.0", 0))).isFalse();
        assertOneWins(() -> plugins().want(wanted("3.0.0", 1)));
        assertThat(wanted()).contains(wanted("3.0.0", 2));
    }

    @Test
    void knowsAPluginOfWhichNothingIsWanted() {
        Wanted uninstalled = new Wanted(plugin, Optional.empty(), List.of(), Map.of(), 0);
        plugins().want(uninstalled);

        assertThat(wanted().orElseThrow().version()).isEmpty();
    }

    @Test
    void keepsACanaryUntilItEnds() {
        Canary canary = new Canary("3.0.0", new Audience(Audience.By.GROUP, "brave = bold"), NOW);
        plugins().want(wanted("2.0.0", 0));

        assertThat(plugins().want(wanted("2.0.0", 1).with(Optional.of(canary)))).isTrue();
        assertThat(wanted()).contains(wanted("2.0.0", 2).with(Optional.of(canary)));
        plugins().want(wanted("3.0.0", 2));
        assertThat(wanted()).contains(wanted("3.0.0", 3));
    }

    @Test
    void beginsWithACanary() {
        Canary canary = new Canary("3.0.0", new Audience(Audience.By.SHARE, "10"), NOW);
        plugins().want(wanted("2.0.0", 0).with(Optional.of(canary)));

        assertThat(wanted().orElseThrow().canary()).contains(canary);
    }

    @Test
    void forgetsTheExpectedRevisionOnly() {
        plugins().want(wanted("2.0.0", 0));

        assertThat(plugins().forget(plugin, 7)).isFalse();
        assertThat(wanted()).isPresent();
        assertOneWins(() -> plugins().forget(plugin, 1));
        assertThat(wanted()).isEmpty();
    }

    @Test
    void keepsTheLastLevelOfTheLog() {
        assertThat(plugins().logLevels()).doesNotContainKey(plugin);
        plugins().logLevel(plugin, Optional.of(LogLevel.DEBUG));
        plugins().logLevel(plugin + ".other", Optional.of(LogLevel.ERROR));
        assertThat(plugins().logLevels()).containsEntry(plugin, LogLevel.DEBUG);

        plugins().logLevel(plugin, Optional.of(LogLevel.WARN));
        assertThat(plugins().logLevels()).containsEntry(plugin, LogLevel.WARN);
        plugins().logLevel(plugin, Optional.empty());
        plugins().logLevel(plugin, Optional.empty());
        assertThat(plugins().logLevels()).doesNotContainKey(plugin).containsKey(plugin + ".other");
    }

    @Test
    void rollsBack() {
        undone(() -> {
            plugins().add(artifact("1.0.0"), CONTENT);
            plugins().want(wanted("1.0.0", 0));
            plugins().logLevel(plugin, Optional.of(LogLevel.TRACE));
        });

        assertThat(artifacts()).isEmpty();
        assertThat(wanted()).isEmpty();
        assertThat(plugins().logLevels()).doesNotContainKey(plugin);
    }
}
