package org.gatewright.kernel.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.json.JsonText;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.plugin.SettingsCheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsCheckTest {

    private final World world = new World();

    private static final class OnlyEven implements SettingsCheck<World.EchoSettings> {
        @Override
        public Map<String, List<String>> problems(World.EchoSettings settings) {
            return settings.times() % 2 == 0 ? Map.of() : Map.of("times", List.of("This must be even."));
        }
    }

    @BeforeEach
    void install() {
        world.catalogue.install(Kind.STAGE, "echo", new OnlyEven(), Optional.of(World.EchoSettings.class));
    }

    @Test
    void isAskedWhenAnInstanceIsCreatedAndWhenItIsChanged() {
        assertRefused(() -> world.create(Model.STAGE, "echo", "{\"name\":\"e\",\"times\":3}"));
        ConfigurationObject stage = world.create(Model.STAGE, "echo", "{\"name\":\"e\",\"times\":4}");
        assertRefused(
                () -> world.configuration.update(Actor.system(), stage.id(), JsonText.read("{\"times\":5}"), true));
        assertRefused(() -> world.configuration.update(
                Actor.system(), stage.id(), JsonText.read("{\"name\":\"e\"}"), false)); // three is the default
        assertThat(world.shown(world.configuration.snapshot().object(stage.id()).orElseThrow())
                        .integer("times"))
                .contains(4L);
        assertThat(world.catalogue.openLeases()).isZero();
    }

    @Test
    void isAskedOnceTheSettingsFitTheRecord() {
        assertThatThrownBy(() -> world.create(Model.STAGE, "echo", "{\"name\":\"e\",\"times\":\"three\"}"))
                .isInstanceOfSatisfying(InvalidFieldsException.class, refused -> assertThat(refused.fields())
                        .doesNotContainValue(List.of("This must be even.")));
    }

    @Test
    void keepsWhatItBroke() {
        ConfigurationObject stage = world.create(Model.STAGE, "echo", "{\"name\":\"e\",\"times\":4}");
        SettingsCheck<World.EchoSettings> broken = settings -> {
            throw new IllegalStateException("broken");
        };
        world.catalogue.install(Kind.STAGE, "echo", broken, Optional.of(World.EchoSettings.class));
        assertThatThrownBy(() ->
                        world.configuration.update(Actor.system(), stage.id(), JsonText.read("{\"times\":6}"), true))
                .isInstanceOfSatisfying(GatewrightException.class, failed -> assertThat(failed.code())
                        .isEqualTo(CommonError.PLUGIN_FAILED));
        assertThat(world.shown(world.configuration.snapshot().object(stage.id()).orElseThrow())
                        .integer("times"))
                .contains(4L);
    }

    private static void assertRefused(Runnable change) {
        assertThatThrownBy(change::run)
                .isInstanceOfSatisfying(InvalidFieldsException.class, refused -> assertThat(refused.fields())
                        .isEqualTo(Map.of("times", List.of("This must be even."))));
    }
}
