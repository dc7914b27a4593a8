package org.gatewright.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleKeyTest {

    @TempDir
    Path data;

    @Test
    void isMadeOnceAndPrivate() throws IOException {
        ConsoleKey key = ConsoleKey.in(data.resolve("ssh"));
        String made = Files.readString(key.privateKey());
        assertThat(made).contains("BEGIN EC PRIVATE KEY");
        assertThat(Files.readString(key.users())).startsWith("gatewright=AAAA").contains(",ssh");
        assertThat(Files.getPosixFilePermissions(key.privateKey()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.readString(ConsoleKey.in(data.resolve("ssh")).privateKey()))
                .isEqualTo(made);
    }
}
