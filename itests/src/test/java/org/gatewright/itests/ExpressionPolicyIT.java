package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Client;
import org.gatewright.itests.support.Condition;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.PluginCopy;
import org.gatewright.itests.support.Rush;
import org.gatewright.itests.support.StageBundle;
import org.gatewright.itests.support.Visitor;
import org.gatewright.json.JsonText;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's row about policies: an expression at an application lets some in, refuses others in plain words, and is swapped while people sign in. */
class ExpressionPolicyIT {

    private static final String GUIDE = "user.is_in_group('finance') and request.ip in ['10.0.0.0/8']";
    private static final String PASSWORD = "a password of the office";
    private static final String LOGIN = "/if/flow/default-authentication-flow/";
    private static final String CEL = "org.gatewright.mappings.cel";
    private static final String EXPRESSION = "org.gatewright.policies.expression";
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private Distribution server;
    private Administrator administrator;

    @BeforeEach
    void start() {
        server = Distribution.unpack().withAdministrator().withCheapHashing().start();
        administrator = new Administrator(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void letsInWhomTheGuideSaysAndTellsTheOthersWhy() {
        Client app = Client.register(administrator, "books", "http://localhost:5000/cb", JsonObject.empty());
        long ann = user("ann", List.of(group("finance")));
        user("bob", List.of());
        String policy = policy(GUIDE + " or message('Only finance, and only from the office.')");
        bind(policy, application("books"));

        assertThat(open(app, "ann", "10.1.2.3", Map.of("prompt", "none"))
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .contains("code=");
        assertRefused(open(app, "ann", "192.0.2.7", Map.of()), "ann", "192.0.2.7");
        assertRefused(open(app, "bob", "10.1.2.3", Map.of()), "bob", "10.1.2.3");

        JsonObject trial = tried(policy, JsonObject.of("user", ann).with("ip", "10.1.2.3"));
        assertThat(trial.bool("passing")).contains(true);
        assertThat(tried(policy, JsonObject.of("user", ann).with("ip", "11.1.2.3"))
                        .texts("messages"))
                .containsExactly("Only finance, and only from the office.");
        assertThat(server.command("policy-test", "--user", "ann", "--ip", "11.1.2.3", "--json", "rule"))
                .contains("\"passing\":false", "Only finance, and only from the office.");
    }

    @Test
    void isCheckedWhenItIsSaved() {
        HttpResponse<String> refused = administrator.send(
                "POST",
                "policies/expression/",
                JsonObject.of("name", "wrong").with("expression", "user.is_in_group('x') and\n  nobody"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JsonText.read(refused.body()).texts("expression"))
                .containsExactly("Line 2, column 3: Nothing is called “nobody” here.");
        HttpResponse<String> unknown = administrator.send(
                "POST",
                "policies/expression/",
                JsonObject.of("name", "wrong").with("expression", "true").with("language", "klingon"));
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(JsonText.read(unknown.body()).texts("language"))
                .containsExactly("The language “klingon” is not installed or not active.");
    }

    @Test
    void nobodyNoticesThatLanguageAndPolicyAreSwapped() throws Exception {
        String policy = policy("user.username.matches('^person[0-9]+$') and request.ip in ['127.0.0.0/8', '::1']");
        try (Rush rush = new Rush(server, 8)) {
            bind(policy, application("rush"));
            for (int round = 1; round <= 2; round++) {
                for (String plugin : List.of(CEL, EXPRESSION)) {
                    update(plugin, "2.0." + round);
                    int reached = rush.signIns();
                    Condition.await(
                            () -> "somebody signs in after the swap: " + rush.summary(),
                            SOON,
                            () -> rush.signIns() > reached + 16);
                    assertThat(rush.failures())
                            .as("after the swap of " + plugin)
                            .isEmpty();
                }
            }
        }
        assertThat(tried(policy, JsonObject.of("ip", "127.0.0.1"))
                        .object("explanation")
                        .flatMap(vote -> vote.object("explanation"))
                        .flatMap(said -> said.text("language_version")))
                .contains("2.0.2");
    }

    @Test
    void refusesWhileTheLanguageIsGoneAndPassesWhenItIsBack() throws Exception {
        String policy = policy("true");
        assertThat(administrator
                        .send("DELETE", "plugins/" + CEL + "/", JsonObject.empty())
                        .statusCode())
                .isEqualTo(204);
        Condition.await("the language has gone", SOON, () -> !tried(policy, JsonObject.empty())
                .bool("passing")
                .orElseThrow());
        assertThat(tried(policy, JsonObject.empty()).object("explanation").flatMap(vote -> vote.text("reason")))
                .contains("The language “cel” is not installed or not active.");
        update(CEL, "2.0.1");
        assertThat(tried(policy, JsonObject.empty()).bool("passing")).contains(true);
    }

    private void assertRefused(HttpResponse<String> page, String user, String address) {
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Only finance, and only from the office.");
        JsonObject event = administrator.list("events/events/?action=policy_execution&page_size=100").stream()
                .map(found -> found.object("context").orElseThrow())
                .filter(context ->
                        page.body().contains(context.text("reference").orElse("no reference")))
                .findFirst()
                .orElseThrow();
        assertThat(event.text("application")).contains("books");
        JsonObject vote =
                event.object("explanation").orElseThrow().objects("votes").get(0);
        assertThat(vote.text("policy")).contains("rule");
        assertThat(vote.text("version")).isPresent();
        JsonObject said = vote.object("explanation").orElseThrow();
        assertThat(said.text("language")).contains("cel");
        assertThat(said.text("language_version")).isPresent();
        JsonObject inputs = said.object("inputs").orElseThrow();
        assertThat(inputs.object("user").flatMap(one -> one.text("username"))).contains(user);
        assertThat(inputs.object("request").flatMap(one -> one.text("ip")).orElse(address))
                .isEqualTo(address);
    }

    /** Somebody who has signed in opens the application from an address, as the proxy before the server tells it. */
    private HttpResponse<String> open(Client app, String user, String address, Map<String, String> parameters) {
        Visitor visitor = new Visitor(server.base());
        visitor.signIn(LOGIN, user, PASSWORD);
        return visitor.get(app.authorize(parameters), "X-Forwarded-For", address);
    }

    private String group(String name) {
        return administrator
                .create("core/groups/", JsonObject.of("name", name))
                .text("pk")
                .orElseThrow();
    }

    private long user(String name, List<String> groups) {
        JsonObject user = administrator.create(
                "core/users/",
                JsonObject.of("username", name).with("name", name).with("groups", groups));
        long pk = user.integer("pk").orElseThrow();
        administrator.act("core/users/" + pk + "/set_password/", JsonObject.of("password", PASSWORD));
        return pk;
    }

    private String policy(String expression) {
        return administrator
                .create("policies/expression/", JsonObject.of("name", "rule").with("expression", expression))
                .text("pk")
                .orElseThrow();
    }

    private String application(String slug) {
        return administrator.get("core/applications/" + slug + "/").text("pk").orElseThrow();
    }

    private void bind(String policy, String target) {
        administrator.create(
                "policies/bindings/",
                JsonObject.of("target", target).with("policy", policy).with("order", 0L));
    }

    private JsonObject tried(String policy, JsonObject question) {
        HttpResponse<String> answer = administrator.send("POST", "policies/" + policy + "/test/", question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonText.read(answer.body());
    }

    private void update(String plugin, String version) throws Exception {
        StageBundle.deploy(PluginCopy.write(server, plugin, version, folder), server);
        Condition.await(
                () -> plugin + " " + version + " is active",
                SOON,
                () -> administrator.list("plugins/?page_size=100").stream()
                        .anyMatch(one -> one.text("pk").equals(Optional.of(plugin))
                                && one.text("version").equals(Optional.of(version))
                                && one.text("state").equals(Optional.of("active"))));
    }
}
