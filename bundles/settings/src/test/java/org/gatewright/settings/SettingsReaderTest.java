package org.gatewright.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {

    @TempDir
    Path folder;

    private String read(String section, String key, Map<String, String> environment) {
        return SettingsReader.read(folder.resolve("gatewright.cfg"), environment)
                .get(new SettingName(section, key));
    }

    private void file(String text) throws IOException {
        Files.writeString(folder.resolve("gatewright.cfg"), text);
    }

    @Test
    void knowsTheDefaultsOfTheContract() {
        assertThat(read("listen", "http", Map.of())).isEqualTo("0.0.0.0:9000");
        assertThat(read("listen", "ssh", Map.of())).isEqualTo("127.0.0.1:8101");
    }

    @Test
    void letsTheEnvironmentWinOverTheFile() throws IOException {
        file("listen.http = 127.0.0.1:1\npostgresql.host = db\n");
        Map<String, String> environment = Map.of("GATEWRIGHT_LISTEN__HTTP", "127.0.0.1:2");
        assertThat(read("listen", "http", environment)).isEqualTo("127.0.0.1:2");
        assertThat(read("postgresql", "host", environment)).isEqualTo("db");
    }

    @Test
    void readsTheNamesWithoutASection() {
        assertThat(read("secret", "key", Map.of("GATEWRIGHT_SECRET_KEY", "s"))).isEqualTo("s");
        assertThat(read("bootstrap", "email", Map.of("GATEWRIGHT_BOOTSTRAP_EMAIL", "a@b.example")))
                .isEqualTo("a@b.example");
    }

    @Test
    void ignoresWhatTheLauncherReads() {
        assertThat(SettingsReader.read(folder.resolve("none"), Map.of("GATEWRIGHT_DATA", "/d", "HOME", "/h")))
                .isEqualTo(SettingsReader.read(folder.resolve("none"), Map.of()));
    }

    @Test
    void keepsAValueThatSomebodyEmptied() {
        assertThat(read("listen", "https", Map.of("GATEWRIGHT_LISTEN__HTTPS", "")))
                .isEmpty();
    }

    @Test
    void replacesAFileAddressByTheContent() throws IOException {
        Path secret = Files.writeString(folder.resolve("password"), "s3cret\n");
        assertThat(read(
                        "postgresql",
                        "password",
                        Map.of("GATEWRIGHT_POSTGRESQL__PASSWORD", secret.toUri().toString())))
                .isEqualTo("s3cret");
    }

    @Test
    void namesTheSettingWhoseFileIsMissing() {
        assertThatThrownBy(() -> read("secret", "key", Map.of("GATEWRIGHT_SECRET_KEY", "file:///nowhere/at/all")))
                .isInstanceOf(SettingsProblem.class)
                .hasMessageContaining("GATEWRIGHT_SECRET_KEY")
                .hasMessageContaining("/nowhere/at/all");
    }

    @Test
    void refusesAMisspeltKey() {
        assertThatThrownBy(() -> read("listen", "http", Map.of("GATEWRIGHT_LISTEN__HTPP", ":1")))
                .isInstanceOf(SettingsProblem.class)
                .hasMessageContaining("GATEWRIGHT_LISTEN__HTPP")
                .hasMessageContaining("https");
    }

    @Test
    void refusesAFileKeyWithoutASection() throws IOException {
        file("http = :9000\n");
        assertThatThrownBy(() -> read("listen", "http", Map.of()))
                .isInstanceOf(SettingsProblem.class)
                .hasMessageContaining("\"http\"");
    }
}
