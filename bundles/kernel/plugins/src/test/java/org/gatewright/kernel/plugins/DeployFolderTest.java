package org.gatewright.kernel.plugins;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.apache.felix.fileinstall.ArtifactUrlTransformer;
import org.gatewright.kernel.plugins.guard.GuardLimits;
import org.gatewright.port.plugins.PluginInfo;
import org.gatewright.port.plugins.VersionState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The test is FileInstall: it shows each file to the service. */
class DeployFolderTest {

    private static final Map<String, String> PLUGIN = Map.of(
            "Bundle-ManifestVersion", "2",
            "Bundle-SymbolicName", "org.example.good;singleton:=true",
            "Bundle-Version", "1.2.3",
            "Gatewright-Plugin", "good");

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
    void letsAPluginThrough() throws Exception {
        assertThat(dropped("good.jar", TestFramework.jar(PLUGIN))).isTrue();
        assertThat(catalogue.snapshot().plugins()).isEmpty();
    }

    @Test
    void knowsWhatLayThereAtTheStartUntilItHasChanged() throws Exception {
        catalogue.close();
        Path file = Files.write(felix.deploy().resolve("lies.jar"), TestFramework.jar(PLUGIN));
        catalogue = new ServiceCatalogue(felix.context(), Duration.ofMillis(50), GuardLimits.DEFAULT);

        assertThat(dropped("lies.jar", TestFramework.jar(PLUGIN))).isTrue();
        assertThat(catalogue.offers().get(file).old()).isTrue();
        assertThat(dropped("lies.jar", TestFramework.jar(PLUGIN))).isTrue();
        assertThat(catalogue.offers().get(file).old()).isFalse();
        dropped("new.jar", TestFramework.jar(PLUGIN));
        assertThat(catalogue.offers().get(felix.deploy().resolve("new.jar")).old())
                .isFalse();
    }

    @Test
    void listsWhatIsNoJarAndForgetsItWithTheFile() throws Exception {
        assertThat(dropped("notes.txt", "not a plug-in".getBytes(UTF_8))).isFalse();

        PluginInfo refused = listed("notes.txt");
        assertThat(refused.state()).isEqualTo(VersionState.REFUSED);
        assertThat(refused.reason()).startsWith("notes.txt: It is no jar.");
        assertThat(refused.bundleId()).isNegative();

        Files.delete(felix.deploy().resolve("notes.txt"));
        TestFramework.eventually(() -> catalogue.snapshot().plugins().isEmpty());
    }

    @Test
    void listsAJarThatWasCutOffUntilItIsWhole() throws Exception {
        byte[] whole = TestFramework.jar(PLUGIN);
        assertThat(dropped("good.jar", Arrays.copyOf(whole, whole.length / 2))).isFalse();
        assertThat(listed("good.jar").reason()).contains("cannot be read as a jar");

        assertThat(dropped("good.jar", whole)).isTrue();
        TestFramework.eventually(() -> catalogue.snapshot().plugins().isEmpty());
    }

    @Test
    void listsAnEmptyFile() throws Exception {
        assertThat(dropped("empty.jar", new byte[0])).isFalse();
        assertThat(listed("empty.jar").reason()).contains("cannot be read as a jar");
    }

    @Test
    void listsAJarThatIsNoBundle() throws Exception {
        assertThat(dropped("plain.jar", TestFramework.jar(Map.of()))).isFalse();
        assertThat(listed("plain.jar").reason()).contains("no header Bundle-SymbolicName");
    }

    @Test
    void listsABundleWithoutTheHeaderOfPlugins() throws Exception {
        assertThat(dropped(
                        "library.jar",
                        TestFramework.jar(
                                Map.of("Bundle-SymbolicName", "org.example.library", "Bundle-Version", "4.5"))))
                .isFalse();
        assertThat(listed("org.example.library").reason()).contains("no header Gatewright-Plugin");
        assertThat(listed("org.example.library").version()).isEqualTo("4.5.0");
    }

    @Test
    void listsABundleWhoseVersionIsNone() throws Exception {
        assertThat(dropped(
                        "odd.jar",
                        TestFramework.jar(Map.of(
                                "Bundle-SymbolicName", "org.example.odd",
                                "Bundle-Version", "one",
                                "Gatewright-Plugin", "odd"))))
                .isFalse();
        assertThat(listed("org.example.odd").reason()).contains("“one”");
    }

    @Test
    void letsNobodyReplaceAPartOfTheServer() throws Exception {
        felix.install("org.example.part", "1.0.0", Map.of());
        assertThat(dropped(
                        "part.jar",
                        TestFramework.jar(Map.of(
                                "Bundle-SymbolicName", "org.example.part",
                                "Bundle-Version", "1.0.0",
                                "Gatewright-Plugin", "part"))))
                .isFalse();
        assertThat(listed("org.example.part").reason()).contains("a part of the server");
    }

    @Test
    void leavesOtherFoldersAlone() {
        assertThat(door().canHandle(felix.deploy()
                        .getParent()
                        .resolve("settings.cfg")
                        .toFile()))
                .isFalse();
    }

    private boolean dropped(String name, byte[] content) throws Exception {
        Path file = Files.write(felix.deploy().resolve(name), content);
        assertThat(door().canHandle(file.toFile())).isTrue();
        assertThat(door().transform(file.toUri().toURL()))
                .as("FileInstall installs nothing by itself")
                .isNull();
        return catalogue.offers().containsKey(file);
    }

    private PluginInfo listed(String id) throws InterruptedException {
        TestFramework.eventually(() -> catalogue.snapshot().plugins().stream()
                .anyMatch(plugin -> plugin.id().equals(id)));
        return catalogue.snapshot().plugins().get(0);
    }

    private ArtifactUrlTransformer door() {
        return felix.context()
                .getService(Objects.requireNonNull(felix.context().getServiceReference(ArtifactUrlTransformer.class)));
    }
}
