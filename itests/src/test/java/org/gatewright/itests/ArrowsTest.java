package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the direction of the arrows between bundles, in the manifests of the built ones. */
class ArrowsTest {

    private static final List<Path> FOLDERS = List.of(Path.of("../bundles"), Path.of("../plugins-sample"));

    private record Bundle(String name, boolean plugin, Set<String> imports, Set<String> exports) {
        Stream<String> ours() {
            return imports.stream().filter(name -> name.startsWith("org.gatewright."));
        }
    }

    @Test
    void pluginsImportNothingOfOursButTheSpi() {
        assertThat(bundles().stream().filter(Bundle::plugin)).isNotEmpty().allSatisfy(bundle -> assertThat(
                        bundle.ours())
                .as(bundle.name())
                .allMatch(name -> name.startsWith("org.gatewright.spi.")));
    }

    @Test
    void thePluginsOfOthersAreAmongThem() {
        assertThat(bundles().stream().filter(Bundle::plugin).map(Bundle::name))
                .contains("com.example.officehours", "com.example.termsofuse");
    }

    @Test
    void pluginsImportNoFrameworkOfTheServer() {
        assertThat(bundles().stream().filter(Bundle::plugin)).allSatisfy(bundle -> assertThat(bundle.imports())
                .as(bundle.name())
                .noneMatch(name -> name.startsWith("javax.servlet")
                        || name.startsWith("javax.ws.rs")
                        || name.startsWith("javax.persistence")
                        || name.startsWith("com.fasterxml.jackson")
                        || name.startsWith("org.apache.karaf")));
    }

    @Test
    void theSpiImportsNothingButJavaAndJSpecify() {
        assertThat(bundle("org.gatewright.spi").imports())
                .allMatch(name -> name.startsWith("java.")
                        || name.equals("org.jspecify.annotations")
                        || name.startsWith("org.gatewright.spi."));
    }

    @Test
    void portsImportNothingButTheSpi() {
        assertThat(bundle("org.gatewright.port").ours())
                .allMatch(name -> name.startsWith("org.gatewright.spi.") || name.startsWith("org.gatewright.port."));
    }

    @Test
    void theKernelKnowsNoHttpAndNoSql() {
        assertThat(bundles().stream().filter(bundle -> bundle.name().startsWith("org.gatewright.kernel.")))
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(bundle -> assertThat(bundle.imports())
                        .as(bundle.name())
                        .noneMatch(name -> name.startsWith("javax.servlet")
                                || name.startsWith("javax.persistence")
                                || name.startsWith("java.sql")
                                || name.startsWith("javax.sql")));
    }

    @Test
    void onlySharedBundlesExport() {
        assertThat(bundles()).allSatisfy(bundle -> assertThat(bundle.exports())
                .as(bundle.name())
                .allMatch(name -> name.startsWith("org.gatewright.spi.")
                        || name.startsWith("org.gatewright.port.")
                        || name.equals("org.gatewright.json")
                        || isLibrary(bundle) && !name.startsWith("org.gatewright.")));
    }

    /** Libraries of others that were made into bundles: they know nothing of ours. */
    @Test
    void librariesImportNothingOfOurs() {
        assertThat(bundles().stream().filter(ArrowsTest::isLibrary))
                .isNotEmpty()
                .allSatisfy(
                        bundle -> assertThat(bundle.ours()).as(bundle.name()).isEmpty());
    }

    private static boolean isLibrary(Bundle bundle) {
        return bundle.name().startsWith("org.gatewright.libs.");
    }

    private static Bundle bundle(String name) {
        return bundles().stream()
                .filter(bundle -> bundle.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Bundle> bundles() {
        return FOLDERS.stream()
                .flatMap(ArrowsTest::built)
                .map(ArrowsTest::read)
                .filter(bundle -> !bundle.name().startsWith("org.gatewright.testkit"))
                .toList();
    }

    private static Stream<Path> built(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.getFileName()
                            .toString()
                            .matches("org\\.gatewright\\..*-SNAPSHOT\\.jar|com\\.example\\..*-1\\.0\\.0\\.jar"))
                    .filter(file -> file.getParent().endsWith("target"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Bundle read(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            return new Bundle(
                    header(manifest, "Bundle-SymbolicName").split(";")[0],
                    !header(manifest, "Gatewright-Plugin").isEmpty(),
                    packages(header(manifest, "Import-Package")),
                    packages(header(manifest, "Export-Package")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(Manifest manifest, String name) {
        return Optional.ofNullable(manifest.getMainAttributes().getValue(name)).orElse("");
    }

    private static Set<String> packages(String header) {
        return Arrays.stream(header.replaceAll("\"[^\"]*\"", "").split(","))
                .map(clause -> clause.split(";")[0].trim())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
