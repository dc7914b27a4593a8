package org.gatewright.kernel.plugins.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.gatewright.port.configuration.Configuration;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.ConfigurationSnapshot;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.plugins.TypeVersion;
import org.gatewright.port.plugins.VersionState;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.plugin.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConfiguredInstancesTest {

    record Settings() {}

    private static final TypeVersion ECHO = new TypeVersion(
            Kind.STAGE,
            "echo",
            "2.0.0",
            1,
            "org.example.echo",
            VersionState.CANDIDATE,
            "",
            "Echo",
            "",
            Optional.of(Settings.class));

    private final CountDownLatch over = new CountDownLatch(1);
    private final List<ConfigurationObject> objects =
            List.of(object(Model.STAGE, "other"), object(Model.POLICY, "echo"), object(Model.STAGE, "echo"));
    private Supplier<Settings> bound = Settings::new;
    private boolean later;

    @AfterEach
    void end() {
        over.countDown();
    }

    @Test
    void thoseThatBindFit() throws InterruptedException {
        assertThat(instances().exist(ECHO)).isTrue();
        assertThat(instances().misfit(ECHO)).isEmpty();
    }

    @Test
    void oneThatCannotBeBroughtToTheShapeIsNamedWithTheReason() throws InterruptedException {
        bound = () -> {
            throw new InvalidFieldsException("non_field_errors", "The plug-in failed to bring the settings.");
        };
        assertThat(instances().misfit(ECHO))
                .contains("“echo”: {non_field_errors=[The plug-in failed to bring the settings.]}");
    }

    @Test
    void codeThatThrowsOrHangsIsAMisfit() throws InterruptedException {
        bound = () -> {
            throw new AssertionError("no");
        };
        assertThat(instances().misfit(ECHO))
                .contains("“echo”: the code of its settings failed: java.lang.AssertionError.");
        bound = () -> {
            await();
            return new Settings();
        };
        assertThat(instances().misfit(ECHO))
                .contains("“echo”: the code of its settings has not ended within 0 seconds.");
    }

    @Test
    void whatALaterVersionSavedWaitsForIt() throws InterruptedException {
        later = true;
        bound = () -> {
            throw new AssertionError("nobody binds it");
        };
        assertThat(instances().misfit(ECHO)).isEmpty();
        assertThat(instances().exist(ECHO)).isTrue();
    }

    private void await() {
        boolean ended = false;
        while (!ended) { // deaf to interruption, as foreign code may be
            try {
                over.await();
                ended = true;
            } catch (InterruptedException e) {
                continue;
            }
        }
    }

    private ConfiguredInstances instances() {
        ConfigurationSnapshot snapshot = (ConfigurationSnapshot) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ConfigurationSnapshot.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "objects" ->
                        objects.stream()
                                .filter(object -> object.model() == arguments[0])
                                .toList();
                    case "isLater" -> later;
                    case "settings" -> bound.get();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        Configuration configuration = (Configuration) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Configuration.class},
                (self, method, arguments) -> snapshot);
        return new ConfiguredInstances(configuration, new TimeLimit(Duration.ofMillis(200)));
    }

    private static ConfigurationObject object(Model model, String type) {
        return new ConfigurationObject(UUID.randomUUID(), 1, model, type, type, JsonObject.empty(), 1);
    }
}
