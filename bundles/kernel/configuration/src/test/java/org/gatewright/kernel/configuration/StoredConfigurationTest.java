package org.gatewright.kernel.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.gatewright.json.JsonText;
import org.gatewright.port.configuration.Configuration.Created;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.ConfigurationSnapshot;
import org.gatewright.port.configuration.ConfigurationSnapshot.UniqueSetting;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.GroupFields;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretHash;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;
import org.junit.jupiter.api.Test;

class StoredConfigurationTest {

    private final World world = new World();
    private final StoredConfiguration configuration = world.configuration;

    @Test
    void withoutPluginsKernelModelsWorkAndTypesAreUnavailable() {
        world.catalogue.uninstall(Kind.STAGE, "echo").uninstall(Kind.PROTOCOL, "wire");
        assertThat(configuration.snapshot().objects(Model.FLOW)).isEmpty();
        assertThat(configuration.snapshot().brand("id.example.org").value().domain())
                .isEqualTo("gatewright-default");
        world.flow("login");
        assertThat(configuration.snapshot().flow("login")).isPresent();
        assertFails(CommonError.TYPE_UNAVAILABLE, () -> world.create(Model.STAGE, "echo", "{\"name\":\"e\"}"));
        assertFails(CommonError.TYPE_UNAVAILABLE, () -> configuration.schema(Model.STAGE, "echo"));
    }

    @Test
    void aSnapshotKeepsWhatItHadAndTheNextHasTheChange() {
        ConfigurationSnapshot before = configuration.snapshot();
        ConfigurationObject flow = world.flow("login");
        ConfigurationSnapshot after = configuration.snapshot();
        assertThat(before.flow("login")).isEmpty();
        assertThat(after.flow(flow.id()).orElseThrow().value().slug()).isEqualTo("login");
        assertThat(after.object(Model.FLOW, flow.pk())).contains(flow);
        assertThat(after.revision()).isGreaterThan(before.revision());
        assertThat(world.events.actions()).containsExactly("model_created");
    }

    @Test
    void instancesAreTheCommonFieldsAndTheSettingsInOneObject() {
        ConfigurationObject stage =
                world.create(Model.STAGE, "echo", "{\"name\":\"e\",\"times\":4,\"secret\":\"hidden\"}");
        World.EchoSettings settings = configuration.snapshot().settings(stage, World.EchoSettings.class);
        assertThat(settings.times()).isEqualTo(4);
        assertThat(settings.secret()).contains(SecretText.of("hidden"));
        assertThat(configuration.snapshot().settings(stage, World.EchoSettings.class))
                .isSameAs(settings);
        assertThat(world.shown(stage).members()).containsEntry("name", "e").containsEntry("secret", "********");
        assertThat(configuration
                        .schema(Model.STAGE, "echo")
                        .object("properties")
                        .orElseThrow()
                        .members())
                .containsOnlyKeys("name", "times", "group", "secret");
        assertThat(JsonText.write(world.events.recorded().get(0).context())).doesNotContain("hidden");
    }

    @Test
    void whatWasGeneratedIsShownOnce() {
        Created created = configuration.create(Actor.system(), Model.PROVIDER, "wire", JsonObject.of("name", "app"));
        String secret = created.generated().text("client_secret").orElseThrow();
        assertThat(configuration
                        .snapshot()
                        .settings(created.object(), World.WireSettings.class)
                        .clientSecret())
                .isEqualTo(SecretHash.of(secret));
        assertThat(world.shown(created.object()).has("client_secret")).isFalse();
        String id = world.shown(created.object()).text("client_id").orElseThrow();
        assertThat(configuration
                        .snapshot()
                        .unique(new UniqueSetting(Model.PROVIDER, "wire", "client_id", id), World.WireSettings.class))
                .contains(created.object());
    }

    @Test
    void whatIsTakenOrDanglingIsRefused() {
        world.flow("login");
        assertInvalid("slug", () -> world.flow("login"));
        world.create(Model.PROVIDER, "wire", "{\"name\":\"a\",\"client_id\":\"x\"}");
        assertInvalid("client_id", () -> world.create(Model.PROVIDER, "wire", "{\"name\":\"b\",\"client_id\":\"x\"}"));
        String nowhere = UUID.randomUUID().toString();
        assertInvalid(
                "group", () -> world.create(Model.STAGE, "echo", "{\"name\":\"e\",\"group\":\"" + nowhere + "\"}"));
        assertInvalid(
                "key", () -> world.create(Model.PROVIDER, "wire", "{\"name\":\"c\",\"key\":\"" + nowhere + "\"}"));
        assertInvalid(
                "provider",
                () -> world.create(Model.APPLICATION, "", "{\"name\":\"w\",\"slug\":\"w\",\"provider\":99}"));
        assertInvalid(
                "authorization_flow",
                () -> world.create(
                        Model.PROVIDER, "wire", "{\"name\":\"d\",\"authorization_flow\":\"" + nowhere + "\"}"));
        assertThat(world.events.actions()).hasSize(2);
    }

    @Test
    void policyBindingsNameATargetAndOneSubject() {
        ConfigurationObject flow = world.flow("login");
        UUID group = world.database
                .groups()
                .add(UUID.randomUUID(), new GroupFields("staff", false, List.of(), List.of(), JsonObject.empty()))
                .id();
        String binding = "{\"target\":\"%s\",\"group\":\"%s\",\"enabled\":%s}";
        assertInvalid(
                "target",
                () -> world.create(Model.POLICY_BINDING, "", binding.formatted(UUID.randomUUID(), group, true)));
        assertInvalid(
                "non_field_errors", () -> world.create(Model.POLICY_BINDING, "", "{\"target\":\"" + flow.id() + "\"}"));
        world.create(Model.POLICY_BINDING, "", binding.formatted(flow.id(), group, true));
        world.create(Model.POLICY_BINDING, "", binding.formatted(flow.id(), group, false));
        assertThat(configuration.snapshot().policyBindings(flow.id())).hasSize(1);
    }

    @Test
    void whatIsUsedStaysAndAFlowGoesWithItsBindings() {
        ConfigurationObject flow = world.flow("login");
        ConfigurationObject stage = world.create(Model.STAGE, "echo", "{\"name\":\"e\"}");
        world.bind(flow, stage, 10);
        ConfigurationObject provider = world.create(Model.PROVIDER, "wire", "{\"name\":\"p\"}");
        world.create(Model.APPLICATION, "", "{\"name\":\"Wiki\",\"slug\":\"wiki\",\"provider\":" + provider.pk() + "}");

        assertThatThrownBy(() -> configuration.delete(Actor.system(), stage.id()))
                .hasMessage("It is used by a step of the flow “login”.");
        assertThatThrownBy(() -> configuration.delete(Actor.system(), provider.id()))
                .hasMessage("It is used by the application “wiki”.");
        configuration.delete(Actor.system(), flow.id());
        configuration.delete(Actor.system(), stage.id());
        assertThat(configuration.snapshot().objects(Model.STAGE_BINDING)).isEmpty();
        assertFails(CommonError.NOT_FOUND, () -> configuration.delete(Actor.system(), flow.id()));
    }

    @Test
    void stepsAreInOrder() {
        ConfigurationObject flow = world.flow("login");
        ConfigurationObject stage = world.create(Model.STAGE, "echo", "{\"name\":\"e\"}");
        world.bind(flow, stage, 20);
        world.bind(flow, stage, 10);
        assertThat(configuration.snapshot().stageBindings(flow.id()))
                .extracting(binding -> binding.value().order())
                .containsExactly(10, 20);
    }

    @Test
    void instancesOfAbsentTypesAreListedShownAndDeletable() {
        ConfigurationObject stage = world.create(Model.STAGE, "echo", "{\"name\":\"e\",\"secret\":\"hidden\"}");
        world.catalogue.uninstall(Kind.STAGE, "echo");
        assertThat(configuration.snapshot().objects(Model.STAGE)).containsExactly(stage);
        assertThat(world.shown(stage).text("secret")).contains("********");
        assertFails(
                CommonError.TYPE_UNAVAILABLE,
                () -> configuration.update(Actor.system(), stage.id(), JsonObject.of("times", 1), true));
        configuration.delete(Actor.system(), stage.id());
        assertThat(configuration.snapshot().objects(Model.STAGE)).isEmpty();
    }

    @Test
    void anUpdateKeepsOrDefaultsWhatIsAbsentAndIgnoresReadOnlyMembers() {
        ConfigurationObject stage = world.create(Model.STAGE, "echo", "{\"name\":\"e\",\"times\":4}");
        ConfigurationObject patched = configuration.update(
                Actor.system(), stage.id(), JsonObject.of("name", "f").with("pk", 9), true);
        assertThat(patched.fields().integer("times")).contains(4L);
        assertThat(patched.version()).isEqualTo(2);
        ConfigurationObject put = configuration.update(Actor.system(), stage.id(), JsonObject.of("name", "f"), false);
        assertThat(put.fields().integer("times")).contains(3L);
        assertThat(configuration.update(Actor.system(), stage.id(), JsonObject.of("name", "f"), true))
                .isSameAs(put);
        assertThat(world.events.actions()).containsExactlyInAnyOrder("model_created", "model_updated", "model_updated");
    }

    @Test
    void brandsServeTheirDomainAndThoseBelow() {
        world.create(Model.BRAND, "", "{\"domain\":\"example.org\"}");
        world.create(Model.BRAND, "", "{\"domain\":\"id.example.org\"}");
        world.create(Model.BRAND, "", "{\"domain\":\"other\",\"default\":true}");
        assertThat(configuration.snapshot().brand("ID.example.org").value().domain())
                .isEqualTo("id.example.org");
        assertThat(configuration.snapshot().brand("a.b.example.org").value().domain())
                .isEqualTo("example.org");
        assertThat(configuration.snapshot().brand("notexample.org").value().domain())
                .isEqualTo("other");
        assertInvalid("default", () -> world.create(Model.BRAND, "", "{\"domain\":\"x\",\"default\":true}"));
    }

    @Test
    void changesInOneTransactionAreSeenAfterItsEnd() {
        world.database.transactions().run(() -> {
            world.flow("one");
            world.flow("two");
            assertThat(configuration.snapshot().flow("one")).isEmpty();
        });
        assertThat(configuration.snapshot().flow("one")).isPresent();
        assertThat(configuration.snapshot().flow("two")).isPresent();

        assertThatThrownBy(() -> world.database.transactions().run(() -> {
                    world.flow("three");
                    throw new IllegalStateException("rolled back");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(configuration.snapshot().flow("three")).isEmpty();
        world.flow("three");
    }

    @Test
    void manyWritersOnTwoNodesLoseNothing() throws Exception {
        StoredConfiguration other = world.node();
        ExecutorService writers = Executors.newFixedThreadPool(4);
        IntStream.range(0, 40)
                .forEach(i -> writers.submit(() -> (i % 2 == 0 ? configuration : other)
                        .create(
                                Actor.system(),
                                Model.FLOW,
                                "",
                                JsonText.read(
                                        "{\"name\":\"n\",\"slug\":\"f" + i + "\",\"designation\":\"recovery\"}"))));
        writers.shutdown();
        assertThat(writers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(world.node().snapshot().objects(Model.FLOW)).hasSize(40);
    }

    @Test
    void withoutTheDatabaseItSaysSo() {
        world.database.available(false);
        assertFails(CommonError.STORE_UNAVAILABLE, configuration::snapshot);
        world.database.available(true);
        assertThat(configuration.snapshot().objects(Model.FLOW)).isEmpty();
    }

    private static void assertFails(CommonError code, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(GatewrightException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    private static void assertInvalid(String field, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(InvalidFieldsException.class, e -> assertThat(e.fields())
                .containsOnlyKeys(field));
    }
}
