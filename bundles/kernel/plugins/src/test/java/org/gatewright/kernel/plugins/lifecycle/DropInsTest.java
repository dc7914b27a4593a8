package org.gatewright.kernel.plugins.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gatewright.kernel.plugins.DropFolder;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.plugins.PluginLifecycle.Upload;
import org.gatewright.spi.plugin.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file in the folder for plug-ins means. */
class DropInsTest {

    private static final String ECHO = "org.example.echo";

    @TempDir
    private Path place;

    private final Folder folder = new Folder();
    private Workshop shop;
    private DropIns dropIns;

    @BeforeEach
    void open() throws Exception {
        shop = new Workshop();
        dropIns = shop.dropIns(folder);
        shop.lifecycle().install(Actor.system(), plugin("2.0.0"));
        awaitALook(); // it has looked before the first file is told of
    }

    @AfterEach
    void close() throws Exception {
        dropIns.close();
        shop.close();
    }

    @Test
    void anOlderReleaseThatLayThereAtTheStartSaysNothing() throws Exception {
        folder.offer(plugin("1.0.0"), true);
        awaitALook();

        assertThat(shop.active()).contains("2.0.0");
    }

    @Test
    void aNewerReleaseThatLayThereAtTheStartIsInstalled() throws Exception {
        folder.offer(plugin("3.0.0"), true);

        shop.eventually(() -> shop.active().equals(Optional.of("3.0.0")));
    }

    @Test
    void anOlderReleaseThatIsDroppedNowIsInstalled() throws Exception {
        folder.offer(plugin("1.0.0"), false);

        shop.eventually(() -> shop.active().equals(Optional.of("1.0.0")));
    }

    @Test
    void thePluginGoesWithItsFile() throws Exception {
        Path file = folder.offer(plugin("3.0.0"), false);
        shop.eventually(() -> shop.active().equals(Optional.of("3.0.0")));

        folder.remove(file);

        shop.eventually(() -> shop.active().isEmpty());
    }

    @Test
    void aFileThatIsRefusedIsListedAndAudited() throws Exception {
        Upload other = Workshop.plugin(ECHO, "2.0.0", Map.of("Type", "other"));

        Path file = folder.offer(other, false);

        shop.eventually(() -> shop.actions().contains("plugin_refused"));
        assertThat(folder.refused.get(file)).contains("with other content already");
        assertThat(shop.reason()).contains(folder.refused.get(file));
        assertThat(shop.active()).contains("2.0.0");
    }

    /** Drops another plug-in, whose file is looked at after those that were there before. */
    private void awaitALook() throws IOException {
        String type = "look" + folder.offers.size();
        folder.offer(Workshop.plugin("org.example." + type, "1.0.0", Map.of("Type", type)), false);
        shop.eventually(
                () -> shop.catalogue().snapshot().active(Kind.STAGE, type).isPresent());
        int looks = folder.looks;
        shop.eventually(() -> folder.looks > looks + 1);
    }

    private static Upload plugin(String version) {
        return Workshop.plugin(ECHO, version, Map.of());
    }

    private final class Folder implements DropFolder {

        private final Map<Path, Offer> offers = new ConcurrentHashMap<>();
        private final Map<Path, String> refused = new ConcurrentHashMap<>();
        private volatile int looks;

        Path offer(Upload upload, boolean old) throws IOException {
            Path file = Files.write(place.resolve(upload.name()), upload.content());
            offers.put(file, new Offer(offers.size() + 1, old));
            return file;
        }

        void remove(Path file) throws IOException {
            offers.remove(file);
            Files.delete(file);
        }

        @Override
        public Map<Path, Offer> offers() {
            looks++;
            return Map.copyOf(offers);
        }

        @Override
        public void refuse(Path file, String reason) {
            offers.remove(file);
            refused.put(file, reason);
        }
    }
}
