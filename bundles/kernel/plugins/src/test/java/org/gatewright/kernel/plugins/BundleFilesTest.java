package org.gatewright.kernel.plugins;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gatewright.port.plugins.TypeVersion;
import org.gatewright.port.plugins.VersionState;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.plugin.NoSettings;
import org.gatewright.testkit.port.FakeCatalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;

/** What of a bundle's files anybody can read, and what nobody can. */
class BundleFilesTest {

    private static final String ID = "org.example.terms";
    private static final Set<VersionState> THERE =
            Set.of(VersionState.ACTIVE, VersionState.CANARY, VersionState.DRAINING, VersionState.CANDIDATE);

    private final FakeCatalogue catalogue = new FakeCatalogue();
    private TestFramework felix;
    private BundleFiles files;

    @BeforeEach
    void start() throws Exception {
        felix = new TestFramework();
        files = new BundleFiles(felix.context(), catalogue);
    }

    @AfterEach
    void stop() throws Exception {
        felix.close();
    }

    @Test
    void readsOfEveryVersionItsOwnFile() throws Exception {
        plugin("1.0.0", Map.of("web/terms.js", "one"));
        plugin("2.0.0", Map.of("web/terms.js", "two", "web/deep/er/terms.min.js", "deep"));
        list("one", "1.0.0", VersionState.DRAINING);
        list("two", "2.0.0", VersionState.ACTIVE);

        assertThat(read("1.0.0", "terms.js")).contains("one");
        assertThat(read("2.0.0", "terms.js")).contains("two");
        assertThat(read("2.0.0", "deep/er/terms.min.js")).contains("deep");
    }

    @ParameterizedTest
    @EnumSource
    void readsOfVersionsThatAreThere(VersionState state) throws Exception {
        plugin("1.0.0", Map.of("web/terms.js", "one"));
        list("one", "1.0.0", state);

        assertThat(read("1.0.0", "terms.js").isPresent()).isEqualTo(THERE.contains(state));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "absent.js",
                "folder.js",
                "folder.js/",
                "folder.js/.js",
                "/terms.js",
                "./terms.js",
                "../secret.js",
                "../META-INF/MANIFEST.MF",
                "a/../terms.js",
                "a/../../secret.js",
                "a//terms.js",
                "..\\secret.js",
                "%2e%2e/secret.js",
                ".hidden.js",
                ".git/config.js",
                "terms.js\n",
                "terms.js\0.css",
                "terms.js?x",
                "TERMS.JS",
                "noextension"
            })
    void readsNothingElse(String path) throws Exception {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("secret.js", "secret");
        content.put("web/terms.js", "one");
        content.put("web/.hidden.js", "hidden");
        content.put("web/.git/config.js", "hidden");
        content.put("web/noextension", "none");
        content.put("web/folder.js/", "");
        content.put("web/a/inner.js", "inner");
        plugin("1.0.0", content);
        list("one", "1.0.0", VersionState.ACTIVE);

        assertThat(read("1.0.0", path)).isEmpty();
        assertThat(read("1.0.0", "terms.js")).contains("one");
    }

    /** An entry that says it is a link is what it holds, never what it points to. */
    @Test
    void followsNoLink() throws Exception {
        byte[] jar = bundle("1.0.0", Map.of("secret.js", "secret", "web/terms.js", "../secret.js"));
        markAsLink(jar, "web/terms.js");
        felix.context()
                .installBundle("memory:link", new ByteArrayInputStream(jar))
                .start();
        list("one", "1.0.0", VersionState.ACTIVE);

        assertThat(read("1.0.0", "terms.js")).contains("../secret.js");
    }

    @Test
    void readsNothingOfOtherBundles() throws Exception {
        plugin("1.0.0", Map.of("web/terms.js", "one"));
        list("one", "1.0.0", VersionState.ACTIVE);

        assertThat(files.read("org.example", "1.0.0", "terms.js")).isEmpty();
        assertThat(read("1.0", "terms.js")).as("each file has one address").isEmpty();
        assertThat(read("1.0.1", "terms.js")).isEmpty();
    }

    /** A fragment would let somebody else speak for the plug-in. */
    @Test
    void readsNothingOfFragments() throws Exception {
        byte[] fragment = zip(Map.of(
                "META-INF/MANIFEST.MF",
                "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: org.example.parasite\n"
                        + "Bundle-Version: 1.0.0\nFragment-Host: " + ID + "\n",
                "web/parasite.js",
                "parasite"));
        felix.context().installBundle("memory:parasite", new ByteArrayInputStream(fragment));
        Bundle bundle = plugin("1.0.0", Map.of("web/terms.js", "one"));
        list("one", "1.0.0", VersionState.ACTIVE);

        assertThat(bundle.findEntries("web", "parasite.js", false))
                .as("it is attached")
                .isNotNull();
        assertThat(read("1.0.0", "parasite.js")).isEmpty();
    }

    @Test
    void readsNoFileThatUnpacksToMoreThanItSeems() throws Exception {
        plugin("1.0.0", Map.of("web/bomb.js", " ".repeat(5 << 20), "web/large.js", " ".repeat(4 << 20)));
        list("one", "1.0.0", VersionState.ACTIVE);

        assertThat(read("1.0.0", "bomb.js")).isEmpty();
        assertThat(read("1.0.0", "large.js")).isPresent();
    }

    @Test
    void hasNothingOfABundleThatIsGoneThoughItIsListed() throws Exception {
        Bundle bundle = plugin("1.0.0", Map.of("web/terms.js", "one"));
        list("one", "1.0.0", VersionState.ACTIVE);
        bundle.uninstall();

        assertThat(read("1.0.0", "terms.js")).isEmpty();
    }

    @Test
    void readsAllOrNothingWhileTheBundleEnds() throws Exception {
        String text = "x".repeat(1 << 20);
        list("one", "1.0.0", VersionState.ACTIVE);
        for (int round = 0; round < 10; round++) {
            Bundle bundle = plugin("1.0.0", Map.of("web/terms.js", text));
            CountDownLatch begun = new CountDownLatch(1);
            CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> {
                Optional<String> read = read("1.0.0", "terms.js");
                begun.countDown();
                while (read.isPresent()) {
                    assertThat(read.get()).hasSize(text.length());
                    read = read("1.0.0", "terms.js");
                }
            });
            begun.await();
            bundle.uninstall();
            felix.context()
                    .getBundle()
                    .adapt(org.osgi.framework.wiring.FrameworkWiring.class)
                    .refreshBundles(null);
            reader.join();
        }
    }

    private Optional<String> read(String version, String path) {
        return files.read(ID, version, path).map(content -> new String(content, UTF_8));
    }

    private void list(String type, String version, VersionState state) {
        catalogue.install(
                new TypeVersion(Kind.STAGE, type, version, 1, ID, state, "", type, "", Optional.of(NoSettings.class)),
                new Object());
    }

    private Bundle plugin(String version, Map<String, String> content) throws Exception {
        Bundle bundle =
                felix.context().installBundle("memory:" + version, new ByteArrayInputStream(bundle(version, content)));
        bundle.start();
        return bundle;
    }

    private static byte[] bundle(String version, Map<String, String> content) throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(
                "META-INF/MANIFEST.MF",
                "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: " + ID + "\nBundle-Version: "
                        + version + "\nGatewright-Plugin: " + ID + "\n");
        all.putAll(content);
        return zip(all);
    }

    private static byte[] zip(Map<String, String> content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8)) {
            for (Map.Entry<String, String> entry : content.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Gives the entry the mode of a symbolic link, as Info-ZIP does (APPNOTE.TXT section 4.4.15). */
    private static void markAsLink(byte[] jar, String name) {
        int begin = new String(jar, java.nio.charset.StandardCharsets.ISO_8859_1).lastIndexOf(name) - 46;
        assertThat(jar[begin] == 'P' && jar[begin + 1] == 'K' && jar[begin + 2] == 1 && jar[begin + 3] == 2)
                .as("the central directory's header")
                .isTrue();
        jar[begin + 5] = 3;
        jar[begin + 40] = (byte) 0xff;
        jar[begin + 41] = (byte) 0xa1;
    }
}
