package org.gatewright.testkit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.plugin.PluginType;
import org.gatewright.spi.settings.SchemaVersion;
import org.gatewright.spi.settings.SettingsMigration;
import org.gatewright.spi.stage.Stage;
import org.gatewright.testkit.settings.DefaultSettings;
import org.gatewright.testkit.settings.EarlierSettings;
import org.gatewright.testkit.settings.MigrationCheck;
import org.gatewright.testkit.stage.FakeStageContext;
import org.gatewright.testkit.stage.StageContract;
import org.junit.jupiter.api.Test;

/** Settings that change their shape, in the real kernel and in the contract suite. */
class WaitStageTest extends StageContract {

    private static final JsonObject EARLIER = JsonObject.of("seconds", 5);

    @Override
    protected Stage stage() {
        return new WaitStage();
    }

    @Override
    protected FakeStageContext visit() {
        return FakeStageContext.with(
                DefaultSettings.of(WaitStage.WaitSettings.class, Map.of("time", Duration.ofSeconds(5))));
    }

    @Override
    protected List<EarlierSettings> earlierSettings() {
        return List.of(new EarlierSettings(1, EARLIER));
    }

    @Test
    void eachVersionReadsItsShape() {
        try (BareKernel kernel = new BareKernel().install(WaitStage.Earlier.class)) {
            Instance wait = kernel.stage("wait", "{\"seconds\": 5, \"password\": \"x\"}");
            TestFlow flow = kernel.flow("wait").step(wait);
            assertThat(kernel.visitor().open(flow).refusal()).isEqualTo("Wait 5 seconds.");
            kernel.install(WaitStage.class);
            assertThat(kernel.visitor().open(flow).refusal()).isEqualTo("Wait 5 s with a key.");
            kernel.change(wait, "{\"time\": \"minutes=1\"}");
            assertThat(kernel.visitor().open(flow).refusal()).isEqualTo("Wait 60 s with a key.");
            kernel.install(WaitStage.Earlier.class);
            assertThat(kernel.visitor().open(flow).refusal()).isEqualTo("Wait 5 seconds.");
        }
    }

    @Test
    void theCheckAsksForSettingsOfEachVersionBefore() {
        assertFails(WaitStage.class, List.of(), "earlierSettings()");
        assertFails(WaitStage.Earlier.class, earlierSettings(), "no @SchemaVersion");
    }

    @Test
    void theCheckFindsWhatDoesNotBringSettingsAlong() {
        assertFails(Forgetful.class, earlierSettings(), "settings of version 1");
        assertFails(Unmade.class, earlierSettings(), "no constructor");
    }

    private static void assertFails(Class<?> plugin, List<EarlierSettings> earlier, String words) {
        assertThatThrownBy(() -> MigrationCheck.of(plugin, earlier))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(words);
    }

    @PluginType(name = "forgetful", title = "Forgetful", settings = Forgetful.Settings.class)
    private static final class Forgetful {

        @SchemaVersion(value = 2, migration = Forgetting.class)
        record Settings(int minutes) {}

        static final class Forgetting implements SettingsMigration {
            @Override
            public JsonObject migrate(int fromVersion, JsonObject settings) {
                return settings;
            }
        }
    }

    @PluginType(name = "unmade", title = "Unmade", settings = Unmade.Settings.class)
    private static final class Unmade {

        @SchemaVersion(value = 2, migration = Needing.class)
        record Settings(int seconds) {}

        record Needing(String what) implements SettingsMigration {
            @Override
            public JsonObject migrate(int fromVersion, JsonObject settings) {
                return settings;
            }
        }
    }
}
