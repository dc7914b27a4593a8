package org.gatewright.testkit.kernel;

import java.time.Duration;
import java.util.Optional;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.plugin.PluginType;
import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.SchemaVersion;
import org.gatewright.spi.settings.SettingsMigration;
import org.gatewright.spi.settings.Title;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageContext;
import org.gatewright.spi.stage.StageResult;

/** A stage whose settings change their shape. */
@PluginType(name = "wait", title = "Wait", settings = WaitStage.WaitSettings.class)
public final class WaitStage implements Stage {

    // tag::migration[]
    @SchemaVersion(value = 2, migration = FromSeconds.class)
    record WaitSettings(@Title("Time to wait") Duration time, Optional<SecretText> key) {}

    static final class FromSeconds implements SettingsMigration {
        @Override
        public JsonObject migrate(int fromVersion, JsonObject settings) {
            return JsonObject.of(
                            "time", "seconds=" + settings.integer("seconds").orElse(30L))
                    .with("key", settings.get("password"));
        }

        @Override
        public JsonObject carryBack(int toVersion, JsonObject kept, JsonObject saved) {
            return kept.with("password", saved.get("key"));
        }
    }
    // end::migration[]

    @Override
    public StageResult handle(StageContext context) {
        WaitSettings settings = context.settings(WaitSettings.class);
        return new StageResult.Denied("Wait " + settings.time().toSeconds() + " s"
                + settings.key().map(key -> " with a key").orElse("") + ".");
    }

    /** The version before. */
    @PluginType(name = "wait", title = "Wait", settings = Earlier.Settings.class)
    public static final class Earlier implements Stage {

        record Settings(@Default("30") int seconds, Optional<SecretText> password) {}

        @Override
        public StageResult handle(StageContext context) {
            return new StageResult.Denied(
                    "Wait " + context.settings(Settings.class).seconds() + " seconds.");
        }
    }
}
