package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.OnePageFlow;
import org.gatewright.itests.support.SharedServer;
import org.gatewright.itests.support.Visitor;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in on one page that asks for the name and the password. */
class IdentificationIT {

    private static final String LINKED = "default-provider-invalidation-flow";

    private static Administrator administrator;
    private static String page;

    @BeforeAll
    static void start() {
        administrator = SharedServer.administrator();
        JsonObject linked = administrator.get("flows/instances/" + LINKED + "/");
        page = OnePageFlow.create(
                administrator,
                "one-page",
                JsonObject.of("user_fields", List.of("email")).with("enrollment_flow", pk(linked)),
                JsonObject.of("failed_attempts_before_cancel", 3).with("allow_show_password", true));
    }

    @Test
    void signsInOnOnePage() {
        Visitor visitor = visitor();

        JsonObject challenge = visitor.challenge(page + "?next=/if/admin/");
        assertThat(challenge.text("component")).contains("ak-stage-identification");
        assertThat(challenge.bool("password_fields")).contains(true);
        assertThat(challenge.bool("allow_show_password")).contains(true);
        assertThat(challenge.text("enroll_url")).contains("/if/flow/" + LINKED + "/?next=%2Fif%2Fadmin%2F");
        JsonObject end = answer(visitor, Administrator.MAIL, Administrator.PASSWORD);

        assertThat(end.text("component")).as("the bound password step passes").contains("xak-flow-redirect");
        assertThat(me(visitor)).isEqualTo(200);
    }

    @Test
    void refusesUnknownUsersLikeWrongPasswordsAndEndsAfterThree() {
        Visitor known = visitor();
        Visitor unknown = visitor();
        known.challenge(page);
        unknown.challenge(page);
        for (int attempt = 1; attempt <= 3; attempt++) {
            JsonObject wrong = answer(known, Administrator.MAIL, "wrong");
            assertThat(answer(unknown, "nobody@example.org", "wrong")).isEqualTo(wrong);
            assertThat(wrong.text("component"))
                    .contains(attempt < 3 ? "ak-stage-identification" : "ak-stage-access-denied");
            assertThat(wrong.object("response_errors")
                            .map(errors -> errors.members().keySet().toString()))
                    .isEqualTo(attempt < 3 ? Optional.of("[password]") : Optional.empty());
        }
        assertThat(me(known)).isNotEqualTo(200);
        assertThat(administrator.list("events/events/?action=login_failed").stream()
                        .map(event -> event.object("context").orElseThrow())
                        .map(context -> context.text("username").orElse("")))
                .contains(Administrator.MAIL, "nobody@example.org");
    }

    @Test
    void refersToAPasswordStageThatIsThere() {
        String used = pk(administrator.create("stages/password/", JsonObject.of("name", "password-used")));
        String deny = pk(administrator.create("stages/deny/", JsonObject.of("name", "no-password")));
        administrator.create(
                "stages/identification/", JsonObject.of("name", "uses-password").with("password_stage", used));

        assertThat(administrator
                        .send("DELETE", "stages/password/" + used + "/", JsonObject.empty())
                        .statusCode())
                .isBetween(400, 499);
        assertThat(administrator
                        .send(
                                "POST",
                                "stages/identification/",
                                JsonObject.of("name", "uses-deny").with("password_stage", deny))
                        .body())
                .contains("password_stage");
    }

    private static JsonObject answer(Visitor visitor, String user, String password) {
        return visitor.answer(
                page,
                JsonObject.of("component", "ak-stage-identification")
                        .with("uid_field", user)
                        .with("password", password));
    }

    private static int me(Visitor visitor) {
        return visitor.get("/api/v3/core/users/me/").statusCode();
    }

    private static String pk(JsonObject object) {
        return object.text("pk").orElseThrow();
    }

    private static Visitor visitor() {
        return new Visitor(SharedServer.get().base());
    }
}
