package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.SharedServer;
import org.gatewright.itests.support.Visitor;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.Test;

/** Who gets which power, and what becomes of sessions, when users are written by users and by flows. */
class UsersIT {

    private static final String SIGN_IN = "/if/flow/default-authentication-flow/";
    private static final String PASSWORD = "a password of the tests";

    private final Administrator administrator = SharedServer.administrator();

    @Test
    void whoChangesTheirOwnPasswordStaysSignedInHereAndNowhereElse() {
        JsonObject admins = administrator.list("core/groups/?is_superuser=true").get(0);
        JsonObject user = administrator.create(
                "core/users/",
                JsonObject.of("username", "changer")
                        .with("groups", List.of(admins.text("pk").orElseThrow()))
                        .with("password", PASSWORD));
        Visitor here = signedIn("changer");
        Visitor elsewhere = signedIn("changer");

        int status = here.json(
                        "POST",
                        "/api/v3/core/users/" + user.integer("pk").orElseThrow() + "/set_password/",
                        JsonObject.of("password", PASSWORD + ", changed"),
                        "X-Gatewright-CSRF",
                        here.cookie("gatewright_csrf").orElseThrow())
                .statusCode();

        assertThat(status).isEqualTo(204);
        assertThat(me(here)).isEqualTo(200);
        assertThat(me(elsewhere)).isEqualTo(403);
    }

    @Test
    void aVisitorWhoEnrolsGetsNoPower() {
        enrolment("enrol-plain", Map.of());
        JsonObject admins = administrator.list("core/groups/?is_superuser=true").get(0);
        enrolment("enrol-admins", Map.of("create_users_group", admins.text("pk").orElseThrow()));

        assertThat(enrol("enrol-plain", "enrolled").text("component")).contains("xak-flow-redirect");
        JsonObject refused = enrol("enrol-admins", "usurper");
        assertThat(refused.text("component")).isNotEqualTo(Optional.of("xak-flow-redirect"));
        assertThat(administrator.list("core/users/?username=usurper")).isEmpty();
        JsonObject enrolled =
                administrator.list("core/users/?username=enrolled").get(0);
        assertThat(enrolled.bool("is_superuser")).contains(false);
        assertThat(administrator.list("events/events/?action=model_created").stream()
                        .map(event -> event.object("context").orElseThrow())
                        .filter(context -> context.text("name").equals(enrolled.text("username")))
                        .findFirst()
                        .flatMap(context -> context.text("actor")))
                .contains("anonymous");
    }

    /** Makes a flow in which visitors name themselves, and become users as the settings of the writing step say. */
    private void enrolment(String slug, Map<String, String> settings) {
        JsonObject flow = administrator.create(
                "flows/instances/",
                JsonObject.of("name", slug)
                        .with("slug", slug)
                        .with("title", slug)
                        .with("designation", "enrollment"));
        JsonObject write = administrator.create(
                "stages/user_write/", JsonObject.of("name", slug).merge(JsonObject.of(settings)));
        administrator.create(
                "flows/bindings/",
                JsonObject.of("target", flow.text("pk").orElseThrow())
                        .with("stage", write.text("pk").orElseThrow())
                        .with("order", 10));
    }

    /** The writing step asks for the name that is missing. */
    private static JsonObject enrol(String slug, String username) {
        Visitor visitor = visitor();
        String page = "/if/flow/" + slug + "/";
        assertThat(visitor.challenge(page).text("component")).contains("ak-stage-prompt");
        return visitor.answer(
                page, JsonObject.of("component", "ak-stage-prompt").with("username", username));
    }

    private static Visitor signedIn(String user) {
        Visitor visitor = visitor();
        visitor.signIn(SIGN_IN, user, PASSWORD);
        assertThat(me(visitor)).isEqualTo(200);
        return visitor;
    }

    private static int me(Visitor visitor) {
        return visitor.get("/api/v3/core/users/me/").statusCode();
    }

    private static Visitor visitor() {
        return new Visitor(SharedServer.get().base());
    }
}
