package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Condition;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.SharedServer;
import org.gatewright.itests.support.StageBundle;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is dropped into {@code deploy/} and is no plug-in is listed with the reason as long as it is there, and is not installed. */
class DeployFolderIT {

    private static final Duration SOON = Duration.ofSeconds(15);

    private final Distribution server = SharedServer.get();
    private final Administrator administrator = SharedServer.administrator();

    @TempDir
    Path folder;

    @Test
    void listsWhatIsNoJar() throws Exception {
        refused(write("notes.txt", "just a note".getBytes(StandardCharsets.UTF_8)), "notes.txt", "It is no jar");
    }

    @Test
    void listsAJarThatWasCutOff() throws Exception {
        byte[] whole = Files.readAllBytes(partOfTheServer());
        refused(write("half.jar", Arrays.copyOf(whole, whole.length / 2)), "half.jar", "cannot be read as a jar");
    }

    @Test
    void listsAJarThatIsNoBundle() throws Exception {
        Path jar = folder.resolve("plain.jar");
        try (JarOutputStream empty = new JarOutputStream(Files.newOutputStream(jar))) {
            empty.putNextEntry(new ZipEntry("nothing"));
        }
        refused(jar, "plain.jar", "no OSGi bundle");
    }

    /** FileInstall alone would put it in the place of the running one, and uninstall that with the file. */
    @Test
    void leavesAPartOfTheServerAlone() throws Exception {
        Path copy = Files.copy(partOfTheServer(), folder.resolve("metrics.jar"));
        String before = bundle();

        refused(copy, "org.gatewright.metrics", "no header Gatewright-Plugin");

        assertThat(bundle()).isEqualTo(before).contains("Active");
    }

    private void refused(Path file, String id, String reason) throws Exception {
        StageBundle.deploy(file, server);
        try {
            Condition.await("it is listed as refused", SOON, () -> listed(id)
                    .filter(plugin -> plugin.text("state").equals(Optional.of("refused")))
                    .filter(plugin -> plugin.text("reason").orElse("").contains(reason))
                    .isPresent());
            assertThat(server.command("plugin-list")).contains(reason);
        } finally {
            Files.delete(server.folder().resolve("deploy").resolve(file.getFileName()));
        }
        Condition.await("it is forgotten", SOON, () -> listed(id).isEmpty());
    }

    private Optional<JsonObject> listed(String id) {
        return administrator.list("plugins/?page_size=100").stream()
                .filter(plugin -> plugin.text("pk").equals(Optional.of(id)))
                .findFirst();
    }

    private String bundle() {
        return server.command("bundle:list", "-t", "0", "-s")
                .lines()
                .filter(line -> line.contains("org.gatewright.metrics"))
                .findFirst()
                .orElse("");
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private Path partOfTheServer() {
        try (Stream<Path> files = Files.walk(server.folder().resolve("system/org/gatewright/org.gatewright.metrics"))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
