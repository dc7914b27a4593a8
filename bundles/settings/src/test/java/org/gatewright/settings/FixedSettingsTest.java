package org.gatewright.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixedSettingsTest {

    private static final SettingName SECRET_KEY = new SettingName("secret", "key");

    @TempDir
    Path data;

    @Test
    void makesTheSecretKeyOnceAndKeepsItPrivate() throws IOException {
        byte[] first = new FixedSettings(Map.of(), data).secretKey();
        assertThat(first).hasSizeGreaterThanOrEqualTo(32);
        assertThat(new FixedSettings(Map.of(), data).secretKey()).isEqualTo(first);
        assertThat(Files.getPosixFilePermissions(data.resolve("secret.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void readsTheKeptKeyAsAnotherNodeWouldBeGivenIt() throws IOException {
        byte[] kept = new FixedSettings(Map.of(), data).secretKey();
        String text = Files.readString(data.resolve("secret.key"));
        assertThat(new FixedSettings(Map.of(SECRET_KEY, text), data).secretKey())
                .isEqualTo(kept);
    }

    @Test
    void makesNoKeyWhenOneIsGiven() {
        new FixedSettings(Map.of(SECRET_KEY, "k".repeat(32)), data);
        assertThat(data.resolve("secret.key")).doesNotExist();
    }

    @Test
    void refusesAShortKeyWithoutShowingIt() {
        assertThatThrownBy(() -> new FixedSettings(Map.of(SECRET_KEY, "hunter2"), data))
                .isInstanceOf(SettingsProblem.class)
                .hasMessageContaining("GATEWRIGHT_SECRET_KEY")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void hasNoListenerThatIsSwitchedOff() {
        FixedSettings settings = new FixedSettings(
                Map.of(new SettingName("listen", "http"), "", new SettingName("listen", "ssh"), ":22"), data);
        assertThat(settings.listener("http")).isEmpty();
        assertThat(settings.listener("ssh")).isPresent();
        assertThat(settings.get("listen", "http")).isEmpty();
    }
}
