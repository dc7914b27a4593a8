package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Command;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.Ports;
import org.gatewright.itests.support.Postgres;
import org.gatewright.itests.support.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server with the secret key of another installation ends with a sentence, and leaves the database as it was. */
class SecretKeyIT {

    private static final String VARIABLE = "GATEWRIGHT_SECRET_KEY";
    private static final String KEY = "the key of this installation, 32 characters or more";
    private static final String OTHER = KEY.replace("this", "that");

    private Distribution server;

    @BeforeEach
    void unpack() {
        server = Distribution.unpack().withAdministrator().with(VARIABLE, KEY);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void leavesTheEmbeddedDatabaseAsItWas() {
        server.start().stop();
        Map<String, String> before = digests(server.folder().resolve("data/db"));

        assertRefused();

        assertThat(digests(server.folder().resolve("data/db"))).isEqualTo(before);
        assertGoesOnWithItsOwnKey();
    }

    @Test
    void leavesPostgresAsItWas() {
        int port = Ports.free();
        try (Postgres postgres = Postgres.start(port)) {
            Postgres.use(server, port).start().stop();
            Map<String, String> before = postgres.content();

            assertRefused();

            assertThat(postgres.content()).isEqualTo(before).containsKey("public.installation");
            assertGoesOnWithItsOwnKey();
            server.stop();
        }
    }

    private void assertRefused() {
        Command end = server.with(VARIABLE, OTHER).runToEnd();

        assertThat(end.exitCode()).isNotZero();
        assertThat(end.output())
                .contains("The secret key is not the one that ")
                .contains("Nothing was changed.")
                .contains(VARIABLE)
                .doesNotContain("\tat ")
                .doesNotContain(KEY, OTHER);
    }

    private void assertGoesOnWithItsOwnKey() {
        server.with(VARIABLE, KEY).start();
        Visitor visitor = new Visitor(server.base());
        visitor.signIn("/if/flow/default-authentication-flow/", Administrator.MAIL, Administrator.PASSWORD);
        assertThat(visitor.get("/api/v3/core/users/me/").statusCode()).isEqualTo(200);
    }

    /** The digest of each file, by its name. */
    private static Map<String, String> digests(Path folder) {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                digests.put(folder.relativize(file).toString(), HexFormat.of().formatHex(digest));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        assertThat(digests).isNotEmpty();
        return digests;
    }
}
