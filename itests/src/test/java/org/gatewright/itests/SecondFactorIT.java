package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Browser;
import org.gatewright.itests.support.Command;
import org.gatewright.itests.support.Condition;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.Visitor;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Second factors in the distribution, with Debian's {@code oathtool} as the app: through the executor, and in a browser. */
class SecondFactorIT {

    private static final String SIGN_IN = "/if/flow/default-authentication-flow/";
    private static final String PASSWORD = "a long pass phrase";
    private static final int STEP = 30;

    private static Distribution server;
    private static Administrator administrator;

    @BeforeAll
    static void start() {
        server = Distribution.unpack().withAdministrator().start();
        administrator = new Administrator(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void isRequiredOfEverybodyByOneSettingAndSetUpAtTheNextSignIn() {
        JsonObject user = user("executor");
        assertThat(signIn("executor").text("to")).isPresent();
        required(true);
        try {
            Visitor visitor = new Visitor(server.base());
            JsonObject page = password(visitor, "executor");
            assertThat(page.text("component")).contains("ak-stage-authenticator-totp");
            String secret = page.text("secret").orElseThrow();
            assertThat(answer(visitor, "000000").object("response_errors")).isPresent();
            String first = oathtool(secret);
            JsonObject codes = answer(visitor, first);
            assertThat(codes.text("component")).contains("ak-stage-authenticator-static");
            assertThat(visitor.answer(SIGN_IN, JsonObject.empty()).text("to")).isPresent();
            assertThat(devices(user)).containsExactlyInAnyOrder("totp", "static");

            usesEachCodeOnce(secret, first, codes.texts("codes"));
        } finally {
            required(false);
        }
    }

    private void usesEachCodeOnce(String secret, String first, List<String> codes) {
        Visitor replay = new Visitor(server.base());
        JsonObject asked = password(replay, "executor");
        assertThat(asked.text("component")).contains("ak-stage-authenticator-validate");
        select(replay, asked, "totp");
        assertThat(answer(replay, first).object("response_errors"))
                .as("the code of the set-up")
                .isPresent();
        long used = Instant.now().getEpochSecond() / STEP;
        Condition.await(
                "the app shows another code",
                Duration.ofSeconds(2L * STEP),
                () -> Instant.now().getEpochSecond() / STEP > used);
        assertThat(answer(replay, oathtool(secret)).text("to")).isPresent();

        Visitor backup = new Visitor(server.base());
        select(backup, password(backup, "executor"), "static");
        assertThat(answer(backup, codes.get(0)).text("to")).isPresent();
        Visitor again = new Visitor(server.base());
        select(again, password(again, "executor"), "static");
        assertThat(answer(again, codes.get(0)).object("response_errors")).isPresent();
    }

    @Test
    void isSetUpAndUsedInABrowser() {
        user("browser");
        required(true);
        try {
            JsonObject seen = Browser.run(
                    "second-factor",
                    "second-factor",
                    JsonObject.of("open", server.base() + SIGN_IN)
                            .with("user", "browser")
                            .with("password", PASSWORD)
                            .with(
                                    "pictures",
                                    Path.of("target/pictures/second-factor")
                                            .toAbsolutePath()
                                            .toString()));
            assertThat(seen.bool("drawn")).contains(true);
            assertThat(seen.text("autocomplete")).contains("one-time-code");
            assertThat(seen.integer("overflow")).contains(0L);
            assertThat(seen.texts("codes")).hasSize(6);
            assertThat(seen.text("file").orElseThrow().lines().toList()).isEqualTo(seen.texts("codes"));
            assertThat(seen.list("complaints")).isEmpty();
        } finally {
            required(false);
        }
    }

    private static JsonObject user(String name) {
        JsonObject user = administrator.create(
                "core/users/",
                JsonObject.of("username", name).with("name", name).with("email", name + "@example.org"));
        administrator.act(
                "core/users/" + user.integer("pk").orElseThrow() + "/set_password/",
                JsonObject.of("password", PASSWORD));
        return user;
    }

    private static List<String> devices(JsonObject user) {
        return administrator
                .list("authenticators/admin/?user=" + user.integer("pk").orElseThrow())
                .stream()
                .flatMap(device -> device.text("type").stream())
                .toList();
    }

    /** The switch. */
    private static void required(boolean everybody) {
        JsonObject stage = administrator
                .list("stages/authenticator_validate/?name=default-authentication-mfa-validation")
                .get(0);
        administrator.change(
                "stages/authenticator_validate/" + stage.text("pk").orElseThrow() + "/",
                JsonObject.of("not_configured_action", everybody ? "configure" : "skip"));
    }

    private static JsonObject signIn(String user) {
        return password(new Visitor(server.base()), user);
    }

    private static JsonObject password(Visitor visitor, String user) {
        visitor.challenge(SIGN_IN);
        visitor.answer(SIGN_IN, JsonObject.of("uid_field", user));
        return visitor.answer(SIGN_IN, JsonObject.of("password", PASSWORD));
    }

    private static void select(Visitor visitor, JsonObject asked, String type) {
        JsonObject device = asked.objects("device_challenges").stream()
                .filter(each -> each.text("device_class").orElse("").equals(type))
                .findFirst()
                .orElseThrow();
        JsonObject selected = JsonObject.of("device_class", type)
                .with("device_uid", device.text("device_uid").orElseThrow());
        visitor.answer(SIGN_IN, JsonObject.of("selected_challenge", selected));
    }

    private static JsonObject answer(Visitor visitor, String code) {
        return visitor.answer(SIGN_IN, JsonObject.of("code", code));
    }

    private static String oathtool(String secret) {
        Command command = Command.run(
                Path.of("."), Map.of(), Duration.ofSeconds(10), List.of("oathtool", "--totp", "--base32", secret));
        assertThat(command.exitCode()).as(command.output()).isZero();
        return command.output().strip();
    }
}
