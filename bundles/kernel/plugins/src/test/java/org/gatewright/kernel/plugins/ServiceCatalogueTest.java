package org.gatewright.kernel.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatewright.kernel.plugins.TestFramework.properties;

import java.time.Duration;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.gatewright.kernel.plugins.guard.GuardLimits;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.plugins.CatalogueListener;
import org.gatewright.port.plugins.CatalogueSnapshot;
import org.gatewright.port.plugins.Lease;
import org.gatewright.port.plugins.Pin;
import org.gatewright.port.plugins.PluginInfo;
import org.gatewright.port.plugins.TypeVersion;
import org.gatewright.port.plugins.VersionState;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.settings.Title;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceRegistration;

class ServiceCatalogueTest {

    private static final String SETTINGS_PACKAGE = "org.gatewright.spi.settings";

    /** Settings of a type that has none, in a record of its own. */
    record BareSettings() {}

    private final Stage one = context -> new StageResult.Denied("one");
    private final Stage two = context -> new StageResult.Denied("two");
    private TestFramework felix;
    private ServiceCatalogue catalogue;

    @BeforeEach
    void start() throws Exception {
        felix = new TestFramework();
        catalogue = new ServiceCatalogue(felix.context(), Duration.ofMillis(50), GuardLimits.DEFAULT);
    }

    @AfterEach
    void stop() throws Exception {
        catalogue.close();
        felix.close();
    }

    @Test
    void withoutPluginsEveryKindHasNoTypeAndItIsReady() throws Exception {
        TestFramework.eventually(() -> catalogue.check().ready());
        for (Kind kind : Kind.values()) {
            assertThat(catalogue.snapshot().active(kind)).isEmpty();
        }
        assertThat(catalogue.snapshot().plugins()).isEmpty();
    }

    @Test
    void aServiceOfAPluginBecomesActive() throws Exception {
        Dictionary<String, Object> properties = properties("echo", 3);
        properties.put("gatewright.type.settings", EchoSettings.class.getName());
        Bundle bundle = withSettings(Map.of("Import-Package", SETTINGS_PACKAGE), EchoSettings.class);
        bundle.getBundleContext().registerService(Stage.class, one, properties);

        TypeVersion type = active("echo");

        assertThat(type.version()).isEqualTo("1.2.3");
        assertThat(type.stateVersion()).isEqualTo(3);
        assertThat(type.plugin()).isEqualTo("org.example.echo");
        assertThat(type.title()).isEqualTo("Title of echo");
        assertThat(type.settings().orElseThrow().getName()).isEqualTo(EchoSettings.class.getName());
        assertThat(type.settings().orElseThrow()).isNotEqualTo(EchoSettings.class);
        assertThat(type.settings().orElseThrow().getRecordComponents()[0].getAnnotation(Title.class))
                .isNotNull();
        eventually("org.example.echo", plugin -> plugin.state() == VersionState.ACTIVE);
        try (Lease<Stage> lease = catalogue.lease(Kind.STAGE, "echo", Stage.class)) {
            assertThat(lease.pin()).isEqualTo(type.pin());
            assertThat(lease.<Stage>call(stage -> stage)).isSameAs(one);
        }
    }

    @Test
    void whatIsDescribedWronglyIsRefusedWithAReason() throws Exception {
        Bundle stranger = felix.install("org.example.stranger", "1.0.0", Map.of());
        stranger.start();
        stranger.getBundleContext().registerService(Stage.class, one, properties("strange", 1));
        Bundle nameless = felix.started("org.example.nameless", "1.0.0");
        nameless.getBundleContext().registerService(Stage.class, one, null);
        Dictionary<String, Object> noRecord = properties("norecord", 1);
        noRecord.put("gatewright.type.settings", "org.example.Absent");
        nameless.getBundleContext().registerService(Stage.class, one, noRecord);

        TestFramework.eventually(
                () -> types("norecord").stream().anyMatch(type -> type.state() == VersionState.REFUSED));

        assertThat(types("strange").get(0).reason()).contains("Gatewright-Plugin");
        eventually("org.example.stranger", plugin -> plugin.state() == VersionState.REFUSED);
        assertThat(types("").get(0).reason()).contains("gatewright.type.name");
        assertThat(types("norecord").get(0).reason()).contains("org.example.Absent");
        assertThat(catalogue.snapshot().active(Kind.STAGE)).isEmpty();
        eventually("org.example.nameless", plugin -> plugin.state() == VersionState.REFUSED);
    }

    @Test
    void settingsThatLostTheirAnnotationsAreRefusedWithThePackageToImport() throws Exception {
        Dictionary<String, Object> properties = properties("echo", 1);
        properties.put("gatewright.type.settings", EchoSettings.class.getName());
        Bundle bundle = withSettings(Map.of(), EchoSettings.class);
        bundle.getBundleContext().registerService(Stage.class, one, properties);

        eventually("org.example.echo", plugin -> plugin.state() == VersionState.REFUSED);
        assertThat(plugin("org.example.echo").reason()).contains("Import-Package: org.gatewright.spi.settings,*");
        assertThat(catalogue.snapshot().active(Kind.STAGE)).isEmpty();
        assertThatThrownBy(() -> catalogue.lease(Kind.STAGE, "echo", Stage.class))
                .isInstanceOf(GatewrightException.class);
    }

    @Test
    void aCopyOfTheAnnotationsWithinTheBundleIsNotTheServersPackage() throws Exception {
        Dictionary<String, Object> properties = properties("echo", 1);
        properties.put("gatewright.type.settings", EchoSettings.class.getName());
        Bundle bundle = withSettings(Map.of(), EchoSettings.class, Title.class);
        bundle.getBundleContext().registerService(Stage.class, one, properties);

        eventually("org.example.echo", plugin -> plugin.state() == VersionState.REFUSED);
        assertThat(plugin("org.example.echo").reason()).contains("org.gatewright.spi.settings of the server");
    }

    @Test
    void settingsWithoutComponentsNeedNoAnnotations() throws Exception {
        Dictionary<String, Object> properties = properties("echo", 1);
        properties.put("gatewright.type.settings", BareSettings.class.getName());
        Bundle bundle = withSettings(Map.of(), BareSettings.class);
        bundle.getBundleContext().registerService(Stage.class, one, properties);

        assertThat(active("echo").settings()).isPresent();
    }

    @Test
    void theHighestVersionIsActiveAndTheOthersSayWhyNot() throws Exception {
        register("org.example.echo", "1.9.0", one);
        Bundle newer = register("org.example.echo", "1.10.0", two);
        register("org.example.other", "1.2.0", one);
        TestFramework.eventually(
                () -> types("echo").stream().allMatch(type -> type.settings().isPresent())
                        && types("echo").size() == 3);

        assertThat(types("echo"))
                .extracting(TypeVersion::version, TypeVersion::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("1.10.0", VersionState.ACTIVE),
                        org.assertj.core.groups.Tuple.tuple("1.9.0", VersionState.DRAINING),
                        org.assertj.core.groups.Tuple.tuple("1.2.0", VersionState.CANDIDATE));
        assertThat(types("echo").get(1).reason()).contains("1.10.0");
        assertThat(types("echo").get(2).reason()).contains("org.example.echo");

        newer.uninstall();
        assertThat(active("echo").version()).isEqualTo("1.9.0");
        TestFramework.eventually(() -> types("echo").size() == 2);
    }

    @Test
    void aPinKeepsItsVersionAndMovesOnlyToTheSameState() throws Exception {
        Bundle old = register("org.example.echo", "1.0.0", one);
        Pin pin = active("echo").pin();
        register("org.example.echo", "2.0.0", two);
        TestFramework.eventually(() -> catalogue
                .snapshot()
                .active(Kind.STAGE, "echo")
                .orElseThrow()
                .version()
                .equals("2.0.0"));

        assertThat(leased(pin)).isEqualTo("1.0.0");
        old.stop();
        assertThat(leased(pin)).isEqualTo("2.0.0");
        assertThatThrownBy(() -> leased(new Pin(Kind.STAGE, "echo", "1.0.0", 7)))
                .hasMessage(
                        "The step “echo” has been updated meanwhile and cannot go on from here. Please begin again.");
    }

    @Test
    void aTypeThatIsNotThereIsUnavailableInPlainWords() throws Exception {
        Bundle bundle = register("org.example.echo", "1.0.0", one);
        active("echo");
        bundle.stop();

        assertThatThrownBy(() -> catalogue.lease(Kind.STAGE, "echo", Stage.class))
                .isInstanceOfSatisfying(
                        GatewrightException.class, e -> assertThat(e.code()).isEqualTo(CommonError.TYPE_UNAVAILABLE))
                .hasMessage("The step “echo” is not available at the moment.");
        eventually("org.example.echo", plugin -> plugin.state() == VersionState.GONE);
        assertThat(types("echo").get(0).state()).isEqualTo(VersionState.GONE);
        assertThat(types("echo").get(0).settings()).isEmpty();

        bundle.uninstall();
        TestFramework.eventually(
                () -> types("echo").isEmpty() && catalogue.snapshot().plugins().isEmpty());
    }

    @Test
    void aBundleThatDoesNotResolveIsRefusedWithTheMissingPackage() throws Exception {
        Bundle lonely = felix.install(
                "org.example.lonely",
                "1.0.0",
                Map.of("Gatewright-Plugin", "lonely", "Import-Package", "com.acme.lib;version=\"[2.0,3)\""));
        assertThatThrownBy(lonely::start).isInstanceOf(BundleException.class);
        TestFramework.eventually(() -> catalogue.snapshot().plugins().size() == 1);
        assertThat(plugin("org.example.lonely").state()).isEqualTo(VersionState.REFUSED);
        assertThat(plugin("org.example.lonely").reason())
                .startsWith(
                        "It needs the package com.acme.lib in version 2.0.0 or newer but older than 3.0.0, which no bundle");

        felix.install("com.acme.lib", "1.0.0", Map.of("Export-Package", "com.acme.lib;version=1.5"));
        eventually("org.example.lonely", plugin -> plugin.reason().endsWith("only version 1.5.0 is there."));

        felix.install("com.acme.lib", "2.0.0", Map.of("Export-Package", "com.acme.lib;version=2.5"));
        eventually("org.example.lonely", plugin -> plugin.reason().equals("It is not started."));
    }

    @Test
    void aBundleWhoseProviderDoesNotResolveSaysSo() throws Exception {
        felix.install(
                "com.acme.lib", "1.0.0", Map.of("Export-Package", "com.acme.lib", "Import-Package", "com.acme.base"));
        felix.install(
                "org.example.lonely", "1.0.0", Map.of("Gatewright-Plugin", "lonely", "Import-Package", "com.acme.lib"));
        TestFramework.eventually(() -> catalogue.snapshot().plugins().size() == 1);
        assertThat(plugin("org.example.lonely").reason())
                .startsWith(
                        "It needs the bundle com.acme.lib, which cannot be used either. It needs the package com.acme.base");
    }

    @Test
    void listenersAreToldOfEachChange() throws Exception {
        BlockingQueue<CatalogueSnapshot> told = new LinkedBlockingQueue<>();
        felix.context().registerService(CatalogueListener.class, told::add, null);
        register("org.example.echo", "1.0.0", one);
        CatalogueSnapshot snapshot;
        do {
            snapshot = told.poll(20, TimeUnit.SECONDS);
            assertThat(snapshot).isNotNull();
        } while (snapshot.active(Kind.STAGE, "echo").isEmpty());
    }

    private Bundle withSettings(Map<String, String> imports, Class<?>... classes) throws Exception {
        Map<String, String> headers = new HashMap<>(imports);
        headers.put("Gatewright-Plugin", "echo");
        Bundle bundle = felix.install("org.example.echo", "1.2.3", headers, classes);
        bundle.start();
        return bundle;
    }

    private Bundle register(String plugin, String version, Stage stage) throws Exception {
        Bundle bundle = felix.started(plugin, version);
        ServiceRegistration<Stage> registration =
                bundle.getBundleContext().registerService(Stage.class, stage, properties("echo", 1));
        assertThat(registration).isNotNull();
        return bundle;
    }

    private String leased(Pin pin) {
        try (Lease<Stage> lease = catalogue.lease(pin, Stage.class)) {
            return lease.pin().version();
        }
    }

    private List<TypeVersion> types(String type) {
        return catalogue.snapshot().types().stream()
                .filter(version -> version.type().equals(type))
                .toList();
    }

    private TypeVersion active(String type) throws InterruptedException {
        TestFramework.eventually(
                () -> catalogue.snapshot().active(Kind.STAGE, type).isPresent());
        return catalogue.snapshot().active(Kind.STAGE, type).orElseThrow();
    }

    /** Bundles are listed a moment after their services. */
    private void eventually(String id, Predicate<PluginInfo> condition) throws InterruptedException {
        TestFramework.eventually(() -> listed(id).filter(condition).isPresent());
    }

    private PluginInfo plugin(String id) {
        return listed(id).orElseThrow();
    }

    private Optional<PluginInfo> listed(String id) {
        return catalogue.snapshot().plugins().stream()
                .filter(plugin -> plugin.id().equals(id))
                .findFirst();
    }
}
