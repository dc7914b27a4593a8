package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatewright.itests.support.Command;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.SecureShell;
import org.gatewright.itests.support.SharedServer;
import org.gatewright.json.JsonText;
import org.junit.jupiter.api.Test;

/** Commands as scripts and as people give them. */
class ConsoleIT {

    private final Distribution server = SharedServer.get();

    @Test
    void takesOptionsBehindArguments() {
        String created = server.command(
                "user-create", "console-late", "--email", "late@example.org", "--json", "--name", "So late");

        assertThat(JsonText.read(created).text("username")).contains("console-late");
        assertThat(JsonText.read(created).text("email")).contains("late@example.org");
    }

    @Test
    void namesAnOptionThatThereIsNot() {
        Command end = server.tryCommand("user-create", "--emial", "x@example.org", "bob");

        assertThat(end.exitCode()).isNotZero();
        assertThat(end.output()).contains("--emial");
    }

    @Test
    void completesTypesAndSettings() {
        try (SecureShell shell = SecureShell.open(server)) {
            shell.type("idp:provider-create oau\t");
            shell.awaitOutput("provider-create oauth2 ");
            shell.type("Foo redir\t");
            shell.awaitOutput("Foo redirect_uris=");
            shell.type("https://a.example/cb pkce=req\t");
            shell.awaitOutput("pkce=required");
        }
    }
}
