package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Command;
import org.gatewright.itests.support.Condition;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.JarSigner;
import org.gatewright.itests.support.StageBundle;
import org.gatewright.json.JsonText;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code plugins.require_signature} only what somebody trusted has signed comes in, by whichever door. */
class SignedPluginsIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private JarSigner ada;
    private Path trusted;
    private Distribution server;
    private Administrator administrator;

    @BeforeEach
    void start() throws Exception {
        ada = JarSigner.withNewKey(folder, "ada");
        trusted = Files.writeString(folder.resolve("trusted.pem"), ada.certificate());
        server = Distribution.unpack()
                .withAdministrator()
                .with("GATEWRIGHT_PLUGINS__REQUIRE_SIGNATURE", "true")
                .with("GATEWRIGHT_PLUGINS__TRUST_STORE", trusted.toString())
                .start();
        administrator = new Administrator(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void onlyWhatIsSignedComesInByEachDoor() throws Exception {
        StageBundle.deploy(ada.sign(release("1.0.0")), server);
        Condition.await(() -> "1.0.0 is active: " + plugins(), SOON, () -> isActive("1.0.0"));
        String updated =
                server.command("plugin-update", ada.sign(release("1.1.0")).toString());
        assertThat(updated).contains("version 1.1.0 is active now, 1.0.0 was before");
        HttpResponse<String> uploaded = administrator.upload(ada.sign(release("1.2.0")));
        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(200);
        JsonObject shown = administrator.get("plugins/" + StageBundle.ID + "/");
        assertThat(shown.text("version")).contains("1.2.0");
        JsonObject signer =
                shown.object("artifact").orElseThrow().objects("signers").get(0);
        assertThat(signer.text("subject")).contains("CN=ada");
        assertThat(signer.bool("trusted")).contains(true);

        refusedAtEachDoor(release("2.0.0"), "is not signed, but plugins.require_signature asks for it");
        refusedAtEachDoor(tampered(ada.sign(release("2.1.0"))), "somebody has changed the jar after it was signed");
        JarSigner mallory = JarSigner.withNewKey(folder, "mallory");
        refusedAtEachDoor(mallory.sign(release("2.2.0")), "Nobody who is trusted has signed");
        assertThat(isActive("1.2.0")).as(plugins()).isTrue();

        Files.writeString(trusted, mallory.certificate());
        refusedAtEachDoor(ada.sign(release("2.3.0")), "Nobody who is trusted has signed");
        Command back = server.tryCommand("plugin-rollback", StageBundle.ID);
        assertThat(back.exitCode()).as(back.output()).isEqualTo(1);
        assertThat(back.output()).contains("Nobody who is trusted has signed").contains("CN=ada");
        assertThat(isActive("1.2.0")).as(plugins()).isTrue();
    }

    private void refusedAtEachDoor(Path jar, String reason) throws Exception {
        refusedByConsole(jar, reason);
        refusedByApi(jar, reason);
        refusedInFolder(jar, reason);
        assertThat(isActive("1.2.0")).as(plugins()).isTrue();
    }

    private void refusedByConsole(Path jar, String reason) {
        Command command = server.tryCommand("plugin-install", jar.toString());

        assertThat(command.exitCode()).as(command.output()).isEqualTo(1);
        assertThat(command.output()).contains(reason).doesNotContain("Exception");
    }

    private void refusedByApi(Path jar, String reason) {
        HttpResponse<String> answer = administrator.upload(jar);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(JsonText.read(answer.body()).text("code")).contains("plugins/refused");
        assertThat(JsonText.read(answer.body()).text("detail").orElse("")).contains(reason);
    }

    private void refusedInFolder(Path jar, String reason) throws Exception {
        String name = jar.getFileName().toString();
        StageBundle.deploy(jar, server);
        Condition.await(() -> name + " is audited: " + events(), SOON, () -> isAudited(name, reason));
        assertThat(administrator.list("plugins/?page_size=100"))
                .anySatisfy(plugin -> assertThat(plugin.text("reason").orElse(""))
                        .contains(name)
                        .contains(reason));
        assertThat(server.output()).contains("No plug-in: " + name).contains(reason);
        Files.delete(server.folder().resolve("deploy").resolve(name));
    }

    private boolean isAudited(String file, String reason) {
        return administrator.list("events/events/?action=plugin_refused").stream()
                .map(event -> event.object("context").orElse(JsonObject.empty()))
                .filter(context -> context.text("file").equals(Optional.of(file)))
                .anyMatch(context -> context.text("reason").orElse("").contains(reason));
    }

    private Path release(String version) throws Exception {
        return StageBundle.release(folder, version, "Say the word of " + version);
    }

    /** Changes one file in the jar, and nothing of its signature. */
    private static Path tampered(Path jar) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Files.write(files.getPath("com/example/MagicWordStage.class"), new byte[] {0}, StandardOpenOption.APPEND);
        }
        return jar;
    }

    private boolean isActive(String version) {
        return administrator.list("plugins/?page_size=100").stream()
                .filter(plugin -> plugin.text("pk").equals(Optional.of(StageBundle.ID)))
                .filter(plugin -> plugin.text("version").equals(Optional.of(version)))
                .anyMatch(plugin -> plugin.text("state").equals(Optional.of("active")));
    }

    private String plugins() {
        return administrator.text("plugins/?page_size=100");
    }

    private String events() {
        return administrator.text("events/events/?action=plugin_refused");
    }
}
