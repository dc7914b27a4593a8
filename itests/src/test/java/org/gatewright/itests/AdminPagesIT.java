package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Browser;
import org.gatewright.itests.support.Client;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.FlaskApp;
import org.gatewright.itests.support.Ports;
import org.gatewright.itests.support.Visitor;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What administrators do by clicking, in Chromium: rows of the guide, and a plug-in that the pages have never seen. */
class AdminPagesIT {

    private static final Path OFFICE_HOURS =
            Path.of("../plugins-sample/office-hours/target/com.example.officehours-1.0.0.jar");
    private static final String EXPRESSION = "user.is_in_group('finance') and request.ip in ['10.0.0.0/8']";
    private static final String LOGIN = "/if/flow/default-authentication-flow/";
    private static final String VALIDATION = "default-authentication-mfa-validation";
    private static final String PASSWORD = "a password of the office";

    private static Distribution server;
    private static Administrator administrator;

    @BeforeAll
    static void start() {
        server = Distribution.unpack().withAdministrator().withCheapHashing().start();
        administrator = new Administrator(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void anApplicationSignsInWithAProviderMadeByClicking() {
        String redirectUri = FlaskApp.redirectUri(Ports.free());
        JsonObject seen = visit(
                "admin-oidc",
                "providers/all",
                JsonObject.of("type", "OAuth2/OpenID Provider").with("redirectUri", redirectUri));

        assertFine(seen);
        assertThat(seen.text("refused").orElse("")).contains("address");
        assertThat(seen.text("focused")).contains("redirect_uris.0.url");
        Client client = new Client(
                "flaskdemo", seen.text("id").orElseThrow(), seen.text("secret").orElseThrow(), redirectUri);
        try (FlaskApp app = FlaskApp.start(server, client)) {
            app.greets(Administrator.MAIL, Administrator.PASSWORD, "admin-flask");
        }
    }

    @Test
    void aPolicyMadeByClickingDecides() {
        Client app = Client.register(administrator, "books", "http://localhost:5000/cb", JsonObject.empty());
        user("ann");
        JsonObject seen = visit(
                "admin-policy",
                "core/groups",
                JsonObject.of("type", "Expression")
                        .with("expression", EXPRESSION)
                        .with("application", "books")
                        .with("member", "ann"));

        assertFine(seen);
        assertThat(seen.text("refused")).contains("Line 1, column 1: Nothing is called “nobody” here.");
        assertThat(seen.bool("inside")).as("whether the dialog keeps the focus").contains(true);
        Visitor ann = new Visitor(server.base());
        ann.signIn(LOGIN, "ann", PASSWORD);
        String authorize = app.authorize(Map.of("prompt", "none"));
        assertThat(ann.get(authorize, "X-Forwarded-For", "10.1.2.3")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .contains("code=");
        assertThat(ann.get(app.authorize(Map.of()), "X-Forwarded-For", "192.0.2.7")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aSecondFactorIsRequiredByOneSetting() {
        user("mia");
        JsonObject seen = visit("admin-mfa", "flows/instances", JsonObject.of("stage", VALIDATION));
        try {
            assertFine(seen);
            assertThat(String.join("\n", seen.texts("steps"))).contains(VALIDATION);
            Visitor mia = new Visitor(server.base());
            mia.challenge(LOGIN);
            mia.answer(LOGIN, JsonObject.of("uid_field", "mia"));
            assertThat(mia.answer(LOGIN, JsonObject.of("password", PASSWORD)).text("component"))
                    .contains("ak-stage-authenticator-totp");
        } finally {
            String stage = administrator
                    .list("stages/authenticator_validate/?name=" + VALIDATION)
                    .get(0)
                    .text("pk")
                    .orElseThrow();
            administrator.change(
                    "stages/authenticator_validate/" + stage + "/", JsonObject.of("not_configured_action", "skip"));
        }
    }

    @Test
    void aPluginNobodyHasSeenIsConfiguredLikeAnyOther() {
        JsonObject seen = visit(
                "admin-plugin",
                "plugins",
                JsonObject.of("jar", OFFICE_HOURS.toAbsolutePath().toString())
                        .with("plugin", "com.example.officehours")
                        .with("title", "Office hours"));

        assertFine(seen);
        assertThat(seen.text("refused").orElse("")).contains("This must match");
        assertThat(seen.text("stored")).contains("17:30");
        assertThat(seen.text("kept").orElse("")).contains("\"to\": \"17:30\"", "office_hours");
        assertThat(seen.texts("offered")).isNotEmpty().doesNotContain("Office hours");
    }

    @Test
    void everyListIsWellInTwoWidths() {
        user("zoe");
        JsonObject seen = visit("admin-pages", "core/users", JsonObject.of("person", "zoe"));

        assertFine(seen);
        assertThat(seen.texts("lists"))
                .contains("Applications", "Providers", "Flows", "Stages", "Policies", "Users", "Events", "Plug-ins");
        assertThat(seen.text("asked").orElse("")).startsWith("Delete “");
    }

    @Test
    void whoMayDoNothingIsToldSo() {
        user("bob");
        JsonObject seen =
                visit("admin-denied", "core/users", JsonObject.of("user", "bob").with("password", PASSWORD));

        assertThat(seen.text("heading")).contains("Nothing for you here");
        assertThat(seen.integer("links")).contains(0L);
        assertThat(seen.text("text").orElse("")).contains("You are signed in as bob");
    }

    private static JsonObject visit(String script, String page, JsonObject wish) {
        JsonObject visitor = JsonObject.of("user", Administrator.MAIL).with("password", Administrator.PASSWORD);
        return Browser.run(
                script,
                script,
                visitor.merge(wish)
                        .with("open", server.base() + "/if/admin/#/" + page)
                        .with(
                                "pictures",
                                Path.of("target/pictures/" + script)
                                        .toAbsolutePath()
                                        .toString()));
    }

    private static void assertFine(JsonObject seen) {
        assertThat(seen.list("wrong"))
                .as("of what axe found, and of the widths")
                .isEqualTo(List.of());
        assertThat(seen.list("complaints")).as("of the browser").isEqualTo(List.of());
    }

    private static void user(String name) {
        JsonObject user = administrator.create(
                "core/users/", JsonObject.of("username", name).with("name", name));
        administrator.act(
                "core/users/" + user.integer("pk").orElseThrow() + "/set_password/",
                JsonObject.of("password", PASSWORD));
    }
}
