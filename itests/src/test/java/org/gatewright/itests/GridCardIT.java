package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Condition;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.OneStageFlow;
import org.gatewright.itests.support.SharedServer;
import org.gatewright.itests.support.StageBundle;
import org.gatewright.itests.support.Visitor;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The second factor of {@code plugins-sample/}, as a third party builds it: dropped into a running server, set up, and asked for by stages that never heard of it. */
class GridCardIT {

    private static final Path JAR = Path.of("../plugins-sample/grid-card/target/com.example.gridcard-1.0.0.jar");
    private static final String SIGN_IN = "/if/flow/default-authentication-flow/";
    private static final String SETUP = "/if/flow/card/";
    private static final String USER = "gina";
    private static final String PASSWORD = "a password of the tests";

    private static Distribution server;
    private static Administrator administrator;

    @BeforeAll
    static void start() {
        server = SharedServer.get();
        administrator = SharedServer.administrator();
    }

    @Test
    void isSetUpAndAskedForLikeThoseOfTheProduct() throws Exception {
        StageBundle.deploy(JAR, server);
        Condition.await("the type is listed", Duration.ofSeconds(15), () -> administrator
                .text("authenticatormethods/types/")
                .contains("\"grid_card\""));
        administrator.create(
                "core/users/",
                JsonObject.of("username", USER).with("name", USER).with("password", PASSWORD));
        offerCards();

        Map<String, String> card = print();
        Visitor visitor = new Visitor(server.base());
        JsonObject asked = password(visitor);
        assertThat(asked.text("component")).contains("ak-stage-authenticator-validate");
        JsonObject refused = visitor.answer(SIGN_IN, JsonObject.of("cells", "AA BB CC"));
        assertThat(refused.object("response_errors").orElseThrow().has("cells")).isTrue();
        JsonObject proof = JsonObject.of("cells", read(card, refused.objects("fields")));
        assertThat(visitor.answer(SIGN_IN, proof).text("to")).isPresent();

        Visitor again = new Visitor(server.base());
        password(again);
        assertThat(again.answer(SIGN_IN, proof).object("response_errors"))
                .as("cells that were asked for already")
                .isPresent();
    }

    private static void offerCards() {
        String method = administrator
                .create("authenticatormethods/grid_card/", JsonObject.of("name", "cards"))
                .text("pk")
                .orElseThrow();
        OneStageFlow.create(
                administrator,
                JsonObject.of("slug", "card")
                        .with("designation", "stage_configuration")
                        .with("authentication", "require_authenticated"),
                "authenticator_setup",
                JsonObject.of("name", "card").with("method", method));
    }

    /** Signs in without a second factor, and sets the card up. Returns its signs by cell. */
    private static Map<String, String> print() {
        Visitor visitor = new Visitor(server.base());
        assertThat(password(visitor).text("to")).isPresent();
        List<JsonObject> page = visitor.challenge(SETUP).objects("fields");
        Map<String, String> card = new HashMap<>();
        for (JsonObject row : page) {
            String label = row.text("label").orElseThrow();
            if (label.startsWith("Row ")) {
                for (String cell : row.text("initial_value").orElseThrow().split(" · ")) {
                    card.put(cell.charAt(0) + label.substring("Row ".length()), cell.substring(2));
                }
            }
        }
        JsonObject end = visitor.answer(SETUP, JsonObject.of("cells", read(card, page)));
        assertThat(end.text("to")).isPresent();
        return card;
    }

    private static String read(Map<String, String> card, List<JsonObject> fields) {
        String label = fields.get(fields.size() - 1).text("label").orElseThrow();
        return Arrays.stream(label.replace("Signs of ", "").split(", "))
                .map(card::get)
                .collect(Collectors.joining(" "));
    }

    private static JsonObject password(Visitor visitor) {
        visitor.challenge(SIGN_IN);
        visitor.answer(SIGN_IN, JsonObject.of("uid_field", USER));
        return visitor.answer(SIGN_IN, JsonObject.of("password", PASSWORD));
    }
}
