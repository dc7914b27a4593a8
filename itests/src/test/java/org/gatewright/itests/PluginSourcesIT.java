package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Command;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.StageBundle;
import org.gatewright.json.JsonText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins come from a Maven repository, and only the jar comes that is meant. */
class PluginSourcesIT {

    @TempDir
    private static Path folder;

    private static Distribution server;
    private static Administrator administrator;

    @BeforeAll
    static void start() {
        server = Distribution.unpack()
                .withAdministrator()
                .with(
                        "GATEWRIGHT_PLUGINS__MAVEN_REPOSITORIES",
                        folder.resolve("empty") + ", " + folder.resolve("maven"))
                .start();
        administrator = new Administrator(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void installsAndUpdatesFromAMavenRepository() throws Exception {
        String first = sha256(publish("1.0.0"));
        Path second = publish("1.1.0");

        String installed = server.command("plugin-install", "--sha256", first, "mvn:com.example/magicword/1.0.0");
        assertThat(installed).contains("version 1.0.0 is active now");
        refused("is not the one that is meant", "plugin-update", "--sha256", first, "mvn:com.example/magicword/1.1.0");
        refused("is in none of plugins.maven_repositories", "plugin-update", "mvn:com.example/magicword/3.0.0");
        refused("write mvn:group/artifact/version", "plugin-update", "mvn:com.example/../magicword");
        refused("by https only", "plugin-update", "http://localhost/magicword-1.1.0.jar");
        String updated = server.command("plugin-update", "mvn:com.example/magicword/1.1.0");
        assertThat(updated).contains("version 1.1.0 is active now, 1.0.0 was before");

        HttpResponse<String> answer = administrator.upload(second, first);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(JsonText.read(answer.body()).text("code")).contains("plugins/refused");
        assertThat(administrator.upload(second, sha256(second)).statusCode()).isEqualTo(200);
    }

    private static void refused(String reason, String... words) {
        Command command = server.tryCommand(words);

        assertThat(command.exitCode()).as(command.output()).isEqualTo(1);
        assertThat(command.output()).contains(reason).doesNotContain("Exception");
    }

    private static Path publish(String version) throws Exception {
        Path jar = StageBundle.release(folder, version, "Say the word of " + version);
        Path place = Files.createDirectories(folder.resolve("maven/com/example/magicword/" + version));
        return Files.copy(jar, place.resolve("magicword-" + version + ".jar"));
    }

    private static String sha256(Path jar) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
    }
}
