package org.gatewright.itests.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gatewright.spi.data.JsonObject;

/** The application of the guide: Flask with Authlib, which knows the address of the metadata, an id and a secret. */
public final class FlaskApp implements AutoCloseable {

    private static final String PYTHON = "/usr/bin/python3";

    private final Program program;
    private final URI base;

    private FlaskApp(Program program, URI base) {
        this.program = program;
        this.base = base;
    }

    /** Returns the redirect URI of an application that will listen on a port. */
    public static String redirectUri(int port) {
        return "http://localhost:" + port + "/oidc/callback";
    }

    /** Starts it on the port that its client was registered with. */
    public static FlaskApp start(Distribution server, Client client) {
        URI base = URI.create(client.redirectUri()).resolve("/");
        Map<String, String> environment = Map.of(
                "SERVER_METADATA_URL",
                server.base() + "/application/o/" + client.slug() + "/.well-known/openid-configuration",
                "CLIENT_ID",
                client.id(),
                "CLIENT_SECRET",
                client.secret(),
                "PORT",
                String.valueOf(base.getPort()));
        Path script = Path.of("src/test/flask/app.py").toAbsolutePath();
        Visitor visitor = new Visitor(base);
        return new FlaskApp(
                Program.start(
                        Folders.make("flask"),
                        environment,
                        List.of(PYTHON, script.toString()),
                        () -> visitor.answers("/alive")),
                base);
    }

    /** Signs somebody in with a real browser, from the application to the application. */
    public void greets(String email, String password, String picture) {
        JsonObject end = Browser.run(
                "sign-in",
                picture,
                JsonObject.of("open", base.toString())
                        .with("user", email)
                        .with("password", password)
                        .with("expect", "Hello, " + email + "!"));
        assertThat(end.text("text")).contains("Hello, " + email + "!");
        assertThat(end.text("url")).contains(base.toString());
    }

    @Override
    public void close() {
        program.close();
    }
}
