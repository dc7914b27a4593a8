package org.gatewright.kernel.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.gatewright.port.configuration.Configuration;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.plugin.NoSettings;
import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.RefersTo;
import org.gatewright.spi.stage.FieldType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DefaultBlueprintsTest {

    /** As much of the real settings as the default flows set. */
    record Identification(@Default("[]") List<String> userFields) {}

    record Prompt(List<Field> fields) {}

    record Field(
            String fieldKey,
            String label,
            FieldType type,
            @Default("") String placeholder,
            @Default("") String initialValue,
            @Default("0") int order,
            Optional<Integer> minLength) {}

    record UserWrite(
            @Default("") String userCreationMode,
            @Default("") String userType,
            @RefersTo("group") Optional<UUID> createUsersGroup) {}

    record Setup(@RefersTo("authenticator") UUID method) {}

    record Validate(
            @Default("skip") String notConfiguredAction,
            @RefersTo("stage") List<UUID> configurationStages,
            @Default("seconds=0") Duration lastAuthThreshold) {}

    record Login(@Default("seconds=0") Duration sessionDuration) {}

    private final World world = new World();
    private DefaultBlueprints defaults = start();

    @AfterEach
    void stop() {
        defaults.close();
    }

    @Test
    void withoutPluginsItIsReadyAndWhatNeedsNoneIsThere() throws Exception {
        eventually(() -> defaults.check().ready());
        assertThat(slugs()).containsExactly("default-provider-authorization-implicit-consent");
    }

    @Test
    void eachFlowComesWhenItsTypesAreThere() throws Exception {
        eventually(() -> defaults.check().ready());
        install("user_logout", NoSettings.class);
        eventually(
                () -> slugs().containsAll(List.of("default-invalidation-flow", "default-provider-invalidation-flow")));
        assertThat(slugs()).hasSize(3);
        installAll();
        eventually(() -> slugs().size() == 8);

        var snapshot = world.configuration.snapshot();
        var login = snapshot.flow("default-authentication-flow").orElseThrow();
        assertThat(snapshot.stageBindings(login.id()))
                .extracting(binding -> binding.value().order())
                .containsExactly(10, 20, 30, 100);
        assertThat(snapshot.brand("any.example.org").value().flowAuthentication())
                .contains(login.id());
        assertThat(snapshot.brand("any.example.org").value().flowInvalidation()).isPresent();
        assertThat(world.database
                        .groups()
                        .findByName("Gatewright Admins")
                        .orElseThrow()
                        .fields()
                        .superuser())
                .isTrue();
    }

    @Test
    void whatAnAdministratorDeletedDoesNotComeBack() throws Exception {
        eventually(() -> defaults.check().ready());
        ConfigurationObject flow = world.configuration
                .snapshot()
                .named(Model.FLOW, "default-provider-authorization-implicit-consent")
                .orElseThrow();
        world.configuration.delete(Actor.system(), flow.id());
        defaults.close();
        defaults = start();
        eventually(() -> defaults.check().ready());
        assertThat(slugs()).isEmpty();
    }

    @Test
    void whileTheDatabaseDoesNotAnswerItIsNotReadyAndThenGoesOn() throws Exception {
        defaults.close();
        World late = new World();
        late.database.available(false);
        defaults = new DefaultBlueprints(
                late.configuration, late.catalogue, late.database.transactions(), late.database.singleUse());
        eventually(() -> defaults.check().message().equals("The database does not answer."));
        assertThat(defaults.check().ready()).isFalse();
        late.database.available(true);
        eventually(() -> defaults.check().ready());
    }

    @Test
    void aBlueprintThatLostARaceIsTriedAgainByItself() throws Exception {
        defaults.close();
        World fresh = new World();
        AtomicBoolean lost = new AtomicBoolean();
        Configuration racing = (Configuration) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Configuration.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("applyBlueprint") && !lost.getAndSet(true)) {
                        throw new InvalidFieldsException("name", "The name is taken by another object.");
                    }
                    return method.invoke(fresh.configuration, arguments);
                });
        defaults = new DefaultBlueprints(
                racing, fresh.catalogue, fresh.database.transactions(), fresh.database.singleUse());

        eventually(() -> fresh.configuration.snapshot().objects(Model.FLOW).size() == 1);
    }

    private DefaultBlueprints start() {
        return new DefaultBlueprints(
                world.configuration, world.catalogue, world.database.transactions(), world.database.singleUse());
    }

    private void installAll() {
        install("identification", Identification.class);
        install("password", NoSettings.class);
        install("user_login", Login.class);
        install("consent", NoSettings.class);
        install("prompt", Prompt.class);
        install("user_write", UserWrite.class);
        install("authenticator_setup", Setup.class);
        install("authenticator_validate", Validate.class);
        install(Kind.AUTHENTICATOR, "totp", NoSettings.class);
        install(Kind.AUTHENTICATOR, "static", NoSettings.class);
    }

    private void install(String type, Class<? extends Record> settings) {
        install(Kind.STAGE, type, settings);
    }

    private void install(Kind kind, String type, Class<? extends Record> settings) {
        world.catalogue.install(kind, type, new Object(), Optional.of(settings));
        defaults.catalogueChanged(world.catalogue.snapshot());
    }

    private List<String> slugs() {
        return world.configuration.snapshot().objects(Model.FLOW).stream()
                .map(ConfigurationObject::name)
                .toList();
    }

    private static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("it did not happen within 20 seconds")
                    .isLessThan(end);
            Thread.onSpinWait();
            Thread.yield();
        }
    }
}
