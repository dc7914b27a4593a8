package org.gatewright.kernel.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatewright.json.JsonText;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.ConfigurationSnapshot;
import org.gatewright.port.configuration.ConfigurationSnapshot.UniqueSetting;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.SchemaVersion;
import org.gatewright.spi.settings.SettingsMigration;
import org.gatewright.spi.settings.Unique;
import org.junit.jupiter.api.Test;

/** What happens to stored settings while versions of a plug-in with other shapes come and go. */
class SettingsMigrationTest {

    record First(@Default("30") int seconds, Optional<SecretText> key) {}

    @SchemaVersion(value = 2, migration = ToSecond.class)
    record Second(Duration pause, Optional<SecretText> secret) {}

    /** Takes over a secret that was replaced. */
    static final class ToSecond implements SettingsMigration {
        @Override
        public JsonObject migrate(int from, JsonObject settings) {
            assertThat(from).isEqualTo(1);
            return JsonObject.of(
                            "pause", "seconds=" + settings.integer("seconds").orElseThrow())
                    .with("secret", settings.get("key"))
                    .with("name", "a name that no plug-in gives");
        }

        @Override
        public JsonObject carryBack(int to, JsonObject kept, JsonObject saved) {
            return kept.with("key", saved.get("secret")).with("name", "nor here");
        }
    }

    @SchemaVersion(value = 3, migration = ToThird.class)
    record Third(List<Duration> waits) {}

    static final class ToThird implements SettingsMigration {
        @Override
        public JsonObject migrate(int from, JsonObject settings) {
            String pause = from == 1
                    ? "seconds=" + settings.integer("seconds").orElseThrow()
                    : settings.text("pause").orElseThrow();
            return JsonObject.of("waits", List.of(pause));
        }
    }

    @SchemaVersion(value = 2, migration = Failing.class)
    record Unreachable(int seconds) {}

    static final class Failing implements SettingsMigration {
        @Override
        public JsonObject migrate(int from, JsonObject settings) {
            throw new IllegalStateException("there is\nno way");
        }
    }

    @SchemaVersion(value = 2, migration = Silent.class)
    record Unsaid(int seconds) {}

    static final class Silent implements SettingsMigration {
        @Override
        @SuppressWarnings("NullAway") // foreign code does that
        public JsonObject migrate(int from, JsonObject settings) {
            return null;
        }
    }

    @SchemaVersion(value = 2, migration = Unmakeable.class)
    record Unmade(int seconds) {}

    record Unmakeable(String needed) implements SettingsMigration {
        @Override
        public JsonObject migrate(int from, JsonObject settings) {
            return settings;
        }
    }

    @SchemaVersion(value = 2, migration = Renaming.class)
    record Renamed(@Unique String id) {}

    static final class Renaming implements SettingsMigration {
        @Override
        public JsonObject migrate(int from, JsonObject settings) {
            return JsonObject.of("id", settings.text("client_id").orElseThrow());
        }
    }

    private final World world = new World();
    private final StoredConfiguration configuration = world.configuration;

    private void install(Class<? extends Record> settings) {
        world.catalogue.install(Kind.STAGE, "echo", new Object(), Optional.of(settings));
    }

    private ConfigurationObject now(ConfigurationObject instance) {
        return configuration.snapshot().object(instance.id()).orElseThrow();
    }

    private <S extends Record> S read(ConfigurationObject instance, Class<S> type) {
        return configuration.snapshot().settings(now(instance), type);
    }

    private void change(ConfigurationObject instance, String json) {
        configuration.update(Actor.system(), instance.id(), JsonText.read(json), true);
    }

    private ConfigurationObject first() {
        install(First.class);
        return world.create(Model.STAGE, "echo", "{\"name\":\"e\",\"seconds\":90,\"key\":\"k1\"}");
    }

    @Test
    void eachVersionReadsItsShapeWhileNothingIsRewritten() {
        ConfigurationObject instance = first();
        assertThat(read(instance, Second.class)).isEqualTo(new Second(Duration.ofSeconds(90), secret("k1")));
        assertThat(read(instance, Third.class)).isEqualTo(new Third(List.of(Duration.ofSeconds(90))));
        assertThat(read(instance, First.class)).isEqualTo(new First(90, secret("k1")));
        install(Second.class);
        assertThat(now(instance)).isEqualTo(instance);
        assertThat(world.shown(instance).members())
                .containsEntry("name", "e")
                .containsEntry("secret", "********")
                .doesNotContainKeys("seconds", "key");
    }

    @Test
    void savingWhatIsShownRewritesNothing() {
        ConfigurationObject instance = first();
        install(Second.class);
        change(instance, "{\"name\":\"e\"}");
        assertThat(now(instance)).isEqualTo(instance);
    }

    @Test
    void aWayBackFindsTheEarlierSettingsAndWhatThePluginCarried() {
        ConfigurationObject instance = first();
        install(Second.class);
        change(instance, "{\"name\":\"new\",\"pause\":\"minutes=5\",\"secret\":\"k2\"}");
        assertThat(read(instance, Second.class)).isEqualTo(new Second(Duration.ofMinutes(5), secret("k2")));
        assertThat(read(instance, First.class)).isEqualTo(new First(90, secret("k2")));

        install(First.class);
        assertThat(world.shown(now(instance)).members())
                .containsEntry("name", "new")
                .containsEntry("seconds", 90L);
        install(Second.class);
        assertThat(read(instance, Second.class).pause()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void whatIsSavedAfterAWayBackCountsFromThenOn() {
        ConfigurationObject instance = first();
        install(Second.class);
        change(instance, "{\"pause\":\"minutes=5\"}");
        install(First.class);
        change(instance, "{\"seconds\":10}");
        assertThat(now(instance).shape().version()).isEqualTo(1);
        install(Second.class);
        assertThat(read(instance, Second.class).pause()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void versionsThatWereLeftOutReadWhatIsNearestBefore() {
        ConfigurationObject instance = first();
        install(Third.class);
        change(instance, "{\"waits\":[\"seconds=1\",\"seconds=2\"]}");
        assertThat(read(instance, Second.class).pause()).isEqualTo(Duration.ofSeconds(90));
        install(Second.class);
        change(instance, "{\"pause\":\"minutes=2\"}");
        assertThat(read(instance, Third.class)).isEqualTo(new Third(List.of(Duration.ofMinutes(2))));
        assertThat(now(instance).shape().earlier()).containsOnlyKeys(1);
    }

    @Test
    void whatWasMadeLaterIsLeftAloneUntilTheLaterVersionIsBack() {
        install(Second.class);
        ConfigurationObject instance =
                world.create(Model.STAGE, "echo", "{\"name\":\"e\",\"pause\":\"seconds=3\",\"secret\":\"k\"}");
        install(First.class);
        ConfigurationSnapshot snapshot = configuration.snapshot();
        assertThat(snapshot.isLater(instance, First.class)).isTrue();
        assertThat(snapshot.isLater(instance, Second.class)).isFalse();
        assertInvalid(() -> read(instance, First.class), "saved by a later version of its plug-in");
        assertInvalid(() -> change(instance, "{\"seconds\":1}"), "saved by a later version of its plug-in");
        assertThat(world.shown(instance).members())
                .containsEntry("pause", "seconds=3")
                .containsEntry("secret", "********");
        install(Second.class);
        assertThat(read(instance, Second.class).pause()).isEqualTo(Duration.ofSeconds(3));
        install(First.class);
        configuration.delete(Actor.system(), instance.id());
        assertThat(configuration.snapshot().object(instance.id())).isEmpty();
    }

    @Test
    void aMigrationThatFailsIsAnErrorOfTheInstance() {
        ConfigurationObject instance = first();
        assertInvalid(() -> read(instance, Unreachable.class), "from version 1 to version 2", "there is no way");
        assertInvalid(() -> read(instance, Unsaid.class), "it returned nothing");
        assertInvalid(() -> read(instance, Unmade.class), "NoSuchMethodException");
        install(Unreachable.class);
        assertThat(world.shown(instance).members()).containsEntry("seconds", 90L);
    }

    @Test
    void aMigrationThatFailsOnTheWayBackKeepsWhatThereIs() {
        ConfigurationObject instance = first();
        assertThat(read(instance, First.class).seconds()).isEqualTo(90);
        install(Forgetful.class);
        change(instance, "{\"seconds\":7}");
        assertThat(read(instance, First.class).seconds()).isEqualTo(90);
    }

    @SchemaVersion(value = 2, migration = Forgetting.class)
    record Forgetful(int seconds) {}

    static final class Forgetting implements SettingsMigration {
        @Override
        public JsonObject migrate(int from, JsonObject settings) {
            return settings.without("key");
        }

        @Override
        public JsonObject carryBack(int to, JsonObject kept, JsonObject saved) {
            throw new AssertionError("nothing comes back");
        }
    }

    @Test
    void uniqueSettingsAreFoundInTheShapeOfWhoAsks() {
        ConfigurationObject one = world.create(Model.PROVIDER, "wire", "{\"name\":\"a\",\"client_id\":\"x\"}");
        assertThat(find("client_id", World.WireSettings.class)).contains(one);
        assertThat(find("id", Renamed.class)).contains(one);
        assertThat(find("id", World.WireSettings.class)).isEmpty();
        world.catalogue.install(Kind.PROTOCOL, "wire", new Object(), Optional.of(Renamed.class));
        assertThatThrownBy(() -> world.create(Model.PROVIDER, "wire", "{\"name\":\"b\",\"id\":\"x\"}"))
                .isInstanceOfSatisfying(InvalidFieldsException.class, e -> assertThat(e.fields())
                        .containsOnlyKeys("id"));
    }

    @Test
    void anotherServerReadsTheSameShapes() {
        ConfigurationObject instance = first();
        install(Second.class);
        change(instance, "{\"pause\":\"minutes=5\"}");
        ConfigurationObject there =
                world.node().snapshot().object(instance.id()).orElseThrow();
        assertThat(there.shape().earlier()).containsOnlyKeys(1);
        assertThat(there).isEqualTo(now(instance));
    }

    private Optional<ConfigurationObject> find(String setting, Class<? extends Record> settings) {
        return configuration.snapshot().unique(new UniqueSetting(Model.PROVIDER, "wire", setting, "x"), settings);
    }

    private static Optional<SecretText> secret(String text) {
        return Optional.of(SecretText.of(text));
    }

    private static void assertInvalid(Runnable call, String... words) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(InvalidFieldsException.class, e -> assertThat(e.detail())
                .contains(words));
    }
}
