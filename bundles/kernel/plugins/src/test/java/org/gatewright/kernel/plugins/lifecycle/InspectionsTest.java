package org.gatewright.kernel.plugins.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.plugins.ArtifactReport;
import org.gatewright.port.plugins.KeptVersion;
import org.gatewright.port.plugins.Permission;
import org.gatewright.port.plugins.PluginLifecycle.Upload;
import org.gatewright.spi.error.GatewrightException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one sees before and after, without changing anything. */
class InspectionsTest {

    private static final String ECHO = "org.example.echo";
    private static final Actor ADMIN = Actor.system();

    private Workshop shop;

    @BeforeEach
    void open() throws Exception {
        shop = new Workshop();
    }

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    @Test
    void saysWhatAJarIsAndChangesNothing() {
        Upload jar = Workshop.plugin(ECHO, "1.0.0", Map.of("Gatewright-Permissions", "documents"));

        ArtifactReport report = shop.lifecycle().inspect(jar);

        assertThat(report.plugin()).isEqualTo(ECHO);
        assertThat(report.version()).isEqualTo("1.0.0");
        assertThat(report.digest()).isEqualTo(Artifact.digest(jar));
        assertThat(report.size()).isEqualTo(jar.content().length);
        assertThat(report.permissions()).containsExactly(new Permission("documents", List.of()));
        assertThat(report.problems()).isEmpty();
        assertThat(shop.kept()).isEmpty();
        assertThat(shop.states()).isEmpty();
        assertThat(shop.actions()).isEmpty();
    }

    @Test
    void saysAllThatStandsAgainstAJar() {
        install("1.0.0");
        shop.lifecycle().quarantine(ADMIN, ECHO, "1.0.0", "It hung.");

        assertThat(inspect(Map.of(
                                "Gatewright-Permissions", "everything", "Import-Package", "org.gatewright.port.store"))
                        .problems())
                .hasSize(4)
                .anyMatch(problem -> problem.contains("It hung."))
                .anyMatch(problem -> problem.contains("Raise the Bundle-Version"))
                .anyMatch(problem -> problem.contains("reaches inside the server"))
                .anyMatch(problem -> problem.contains("There is no permission “everything”"));
    }

    @Test
    void refusesToInstallWhatDeclaresAPermissionThatNobodyKnows() {
        assertThatThrownBy(() -> shop.lifecycle()
                        .install(ADMIN, Workshop.plugin(ECHO, "1.0.0", Map.of("Gatewright-Permissions", "everything"))))
                .isInstanceOf(GatewrightException.class)
                .hasMessageContaining("There is no permission “everything”");
        assertThat(shop.kept()).isEmpty();
    }

    @Test
    void refusesWhatIsNoPluginAtAll() {
        Upload notes = new Upload("notes.txt", "notes".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> shop.lifecycle().inspect(notes)).isInstanceOf(GatewrightException.class);
    }

    @Test
    void listsVersionsThatHaveEnded() throws Exception {
        shop.builtIn("0.9.0");
        install("1.0.0");
        install("1.1.0");
        install("1.2.0");
        shop.lifecycle().quarantine(ADMIN, ECHO, "1.0.0", "It hung.");

        List<KeptVersion> versions = shop.lifecycle().versions(ECHO);

        assertThat(versions).extracting(KeptVersion::version).containsExactly("1.2.0", "1.1.0", "1.0.0", "0.9.0");
        assertThat(versions).extracting(KeptVersion::wanted).containsExactly(true, false, false, false);
        assertThat(versions).extracting(KeptVersion::builtIn).containsExactly(false, false, false, true);
        assertThat(versions.get(2).quarantined()).contains("It hung.");
        assertThat(versions.get(2).since()).contains(shop.clock().instant());
        assertThat(versions.get(2).digest()).contains(Artifact.digest(Workshop.plugin(ECHO, "1.0.0", Map.of())));
        assertThat(versions.get(3).digest()).isEmpty();
    }

    @Test
    void listsWhatIsLeftOfAPluginThatWasUninstalled() {
        install("1.0.0");
        shop.lifecycle().uninstall(ADMIN, ECHO);

        assertThat(shop.lifecycle().versions(ECHO)).singleElement().satisfies(version -> {
            assertThat(version.version()).isEqualTo("1.0.0");
            assertThat(version.wanted()).isFalse();
        });
        assertThat(shop.lifecycle().versions("org.example.unknown")).isEmpty();
    }

    @Test
    void saysWhatIsKept() {
        install("1.0.0");

        assertThat(shop.lifecycle().artifact(ECHO, "1.0.0"))
                .map(ArtifactReport::digest)
                .contains(Artifact.digest(Workshop.plugin(ECHO, "1.0.0", Map.of())));
        assertThat(shop.lifecycle().artifact(ECHO, "2.0.0")).isEqualTo(Optional.empty());
    }

    private ArtifactReport inspect(Map<String, String> headers) {
        return shop.lifecycle().inspect(Workshop.plugin(ECHO, "1.0.0", headers));
    }

    private void install(String version) {
        shop.lifecycle().install(ADMIN, Workshop.plugin(ECHO, version, Map.of()));
    }
}
