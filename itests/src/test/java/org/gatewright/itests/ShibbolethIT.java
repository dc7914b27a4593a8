package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.gatewright.itests.support.Shibd;
import org.gatewright.itests.support.Visitor;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Apache with mod_shib, which gets a signed and encrypted assertion, and Chromium. The provider is set without metadata. */
class ShibbolethIT {

    private static final String SLUG = "shibboleth-sp";
    private static final String BASE = "/application/saml/" + SLUG + "/";

    private static Path folder;
    private static Shibd shibd;
    private static Apache apache;

    @BeforeAll
    static void start() throws IOException {
        folder = Apache.folder("shibboleth");
        int port = Ports.free();
        String base = "http://localhost:" + port;
        makeKey();
        register(base);
        Visitor visitor = new Visitor(SharedServer.get().base());
        Files.writeString(
                folder.resolve("idp.xml"), visitor.get(BASE + "metadata/").body());
        Map<String, String> names = Map.of(
                "folder",
                folder.toString(),
                "port",
                String.valueOf(port),
                "base",
                base,
                "idp",
                SharedServer.get().base() + BASE + "metadata/");
        Apache.fill(folder, "shibboleth2.xml", names);
        Apache.fill(folder, "attribute-map.xml", names);
        Path pages = Files.createDirectories(folder.resolve("pages/private"));
        Files.writeString(
                pages.resolve("index.shtml"),
                "<html><body>Hello, <!--#echo var=\"REMOTE_USER\" -->! You are in: <!--#echo var=\"groups\" -->."
                        + "</body></html>");
        shibd = Shibd.start(folder);
        apache = Apache.start(folder, "shibboleth.conf", names, port);
    }

    private static void makeKey() {
        Command openssl = Command.run(
                folder,
                Map.of(),
                Duration.ofSeconds(30),
                List.of(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:3072",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=sp",
                        "-keyout",
                        "sp.key",
                        "-out",
                        "sp.cert"));
        assertThat(openssl.exitCode()).as(openssl.output()).isZero();
    }

    private static void register(String base) throws IOException {
        String certificate = Files.readString(folder.resolve("sp.cert"));
        Administrator administrator = SharedServer.administrator();
        JsonObject provider = administrator.create(
                "providers/saml/",
                JsonObject.of("name", SLUG)
                        .with("acs_url", base + "/Shibboleth.sso/SAML2/POST")
                        .with("audience", base + "/shibboleth")
                        .with("verification_kp", certificate)
                        .with("encryption_kp", certificate)
                        .with("encrypt_assertion", true)
                        .with("name_id", "email")
                        .with(
                                "attributes",
                                List.of(JsonObject.of("saml_name", "groups").with("expression", "user.groups"))));
        administrator.create(
                "core/applications/",
                JsonObject.of("name", SLUG)
                        .with("slug", SLUG)
                        .with("provider", provider.get("pk").orElseThrow()));
    }

    @AfterAll
    static void stop() {
        shibd.close();
        apache.close();
    }

    @Test
    void signsIn() {
        String page = apache.base() + "/private/index.shtml";
        JsonObject end = Browser.run(
                "sign-in",
                "shibboleth",
                JsonObject.of("open", page)
                        .with("user", Administrator.MAIL)
                        .with("password", Administrator.PASSWORD)
                        .with("expect", "Hello, " + Administrator.MAIL + "!"));
        assertThat(end.text("url")).contains(page);
        assertThat(end.text("text").orElseThrow()).contains("You are in: ").doesNotContain("(none)");
    }
}
