package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Browser;
import org.gatewright.itests.support.Client;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.FlaskApp;
import org.gatewright.itests.support.Ports;
import org.gatewright.itests.support.SharedServer;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.Test;

/** From nothing to a real application that greets its user: Flask with Authlib, and Chromium. */
class FirstSignInIT {

    private static final String MAIL = "first@example.org";
    private static final String PASSWORD = "a password of the first";

    @Test
    void beginsWithBootstrapVariables() {
        Client client = Client.register(
                SharedServer.administrator(), "flaskapi", FlaskApp.redirectUri(Ports.free()), JsonObject.empty());

        try (FlaskApp app = FlaskApp.start(SharedServer.get(), client)) {
            app.greets(Administrator.MAIL, Administrator.PASSWORD, "flask-bootstrap");
        }
    }

    @Test
    void beginsWithCreateSuperuser() {
        try (Distribution server = Distribution.unpack().start()) {
            assertThat(server.command("createsuperuser", "--email", MAIL, "--password", PASSWORD))
                    .contains("was created");
            String before = server.command("user-list", "--json");
            assertThat(server.command("createsuperuser", "--email", MAIL, "--password", "another password"))
                    .contains("Nothing was changed");
            assertThat(server.command("user-list", "--json")).isEqualTo(before);

            greets(server, "flask-createsuperuser");
        }
    }

    @Test
    void beginsWithTheSetUpPage() {
        try (Distribution server = Distribution.unpack().start()) {
            JsonObject end = Browser.run(
                    "set-up",
                    "set-up",
                    JsonObject.of("open", server.base() + "/")
                            .with("email", MAIL)
                            .with("password", PASSWORD)
                            .with("expect", MAIL));
            assertThat(end.text("url")).contains(server.base() + "/if/user/");

            greets(server, "flask-set-up");
        }
    }

    /** The lines of the README. */
    private static void greets(Distribution server, String picture) {
        String redirectUri = FlaskApp.redirectUri(Ports.free());
        String provider = server.command("provider-create", "oauth2", "FlaskDemo", "redirect_uris=" + redirectUri);
        server.command("application-create", "--name", "Flask demo", "--provider", "FlaskDemo", "flaskdemo");
        Client client =
                new Client("flaskdemo", shown(provider, "client_id"), shown(provider, "client_secret"), redirectUri);

        try (FlaskApp app = FlaskApp.start(server, client)) {
            app.greets(MAIL, PASSWORD, picture);
        }
    }

    private static String shown(String lines, String name) {
        return lines.lines()
                .filter(line -> line.startsWith(name + ": "))
                .findFirst()
                .map(line -> line.substring(name.length() + 2))
                .orElseThrow(() -> new AssertionError("no " + name + " in " + lines));
    }
}
