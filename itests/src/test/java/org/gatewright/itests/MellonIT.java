package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Apache;
import org.gatewright.itests.support.Browser;
import org.gatewright.itests.support.Command;
import org.gatewright.itests.support.Ports;
import org.gatewright.itests.support.SharedServer;
import org.gatewright.itests.support.Visitor;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The row SAML of the guide: Apache with mod_auth_mellon, which signs its requests, and Chromium. */
class MellonIT {

    private static final String SLUG = "enterprise-sp";
    private static final String METADATA = "/application/saml2/" + SLUG + "/metadata";

    private static Administrator administrator;
    private static Object provider;
    private static Path folder;
    private static Apache apache;

    @BeforeAll
    static void start() throws IOException {
        administrator = SharedServer.administrator();
        folder = Apache.folder("mellon");
        int port = Ports.free();
        String entity = "http://localhost:" + port;
        describe(entity);
        register(Files.readString(folder.resolve("sp.xml")));
        Files.writeString(
                folder.resolve("idp.xml"),
                new Visitor(SharedServer.get().base()).get(METADATA).body());
        Files.createDirectories(folder.resolve("posts"));
        Path pages = Files.createDirectories(folder.resolve("pages/private"));
        Files.writeString(
                pages.resolve("index.shtml"),
                "<html><body>Hello, <!--#echo var=\"REMOTE_USER\" -->! You are in: <!--#echo var=\"MELLON_groups\" -->."
                        + "</body></html>");
        apache = Apache.start(
                folder, "mellon.conf", Map.of("folder", folder.toString(), "port", String.valueOf(port)), port);
    }

    /** Makes keys and metadata as the administrator of Apache would. */
    private static void describe(String entity) {
        Command made = Command.run(
                folder,
                Map.of(),
                Duration.ofMinutes(1),
                List.of("/usr/sbin/mellon_create_metadata", entity, entity + "/mellon"));
        assertThat(made.exitCode()).as(made.output()).isZero();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                Files.move(file, folder.resolve("sp" + name.substring(name.lastIndexOf('.'))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void register(String metadata) {
        JsonObject groups = JsonObject.of("saml_name", "groups").with("expression", "user.groups");
        provider = administrator
                .create(
                        "providers/saml/",
                        JsonObject.of("name", "Enterprise SP")
                                .with("metadata", metadata)
                                .with("name_id", "email")
                                .with("attributes", List.of(groups)))
                .get("pk")
                .orElseThrow();
        administrator.create(
                "core/applications/",
                JsonObject.of("name", "Enterprise SP").with("slug", SLUG).with("provider", provider));
    }

    @AfterAll
    static void stop() {
        apache.close();
    }

    @Test
    void signsIn() {
        greets("mellon");
    }

    @Test
    void signsInWithAnEncryptedAssertion() {
        administrator.change("providers/saml/" + provider + "/", JsonObject.of("encrypt_assertion", true));
        greets("mellon-encrypted");
        administrator.change(
                "providers/saml/" + provider + "/",
                JsonObject.of("encrypt_assertion", false).with("sign_response", true));
        greets("mellon-signed-response");
    }

    private static void greets(String picture) {
        String page = apache.base() + "/private/index.shtml";
        JsonObject wish = JsonObject.of("open", page)
                .with("user", Administrator.MAIL)
                .with("password", Administrator.PASSWORD)
                .with("expect", "Hello, " + Administrator.MAIL + "!");
        JsonObject end;
        try {
            end = Browser.run("sign-in", picture, wish);
        } catch (AssertionError failed) {
            throw new AssertionError(failed.getMessage() + "\nApache said:\n" + apache.log(), failed);
        }
        assertThat(end.text("url")).contains(page);
        assertThat(end.text("text").orElseThrow()).contains("You are in: ").doesNotContain("(none)");
    }
}
