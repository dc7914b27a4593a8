package org.gatewright.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.Field;
import org.gatewright.spi.stage.FieldError;
import org.gatewright.spi.stage.FieldType;
import org.gatewright.spi.stage.StageResult;
import org.junit.jupiter.api.Test;

class SaidTest {

    private static final Said LOUD = new Said(text -> text.toUpperCase(Locale.ROOT));
    private static final StageResult.Ask ASK = ask("word", "say", "here", "help", "wrong");
    private static final StageResult.Ask SAID = ask("word", "SAY", "HERE", "HELP", "WRONG");

    private static StageResult.Ask ask(String key, String label, String placeholder, String help, String error) {
        Field field = new Field(key, label, FieldType.TEXT, true, placeholder, "typed", help, List.of("a choice"));
        Challenge challenge = new Challenge(
                Challenge.PROMPT,
                JsonObject.of("version", "one"),
                List.of(field),
                Map.of(key, List.of(new FieldError(error, "invalid"))),
                Optional.empty());
        return new StageResult.Ask(challenge, JsonObject.of("state", "kept"), true, List.of());
    }

    @Test
    void saysWhatPeopleReadAndNothingElse() {
        assertThat(LOUD.result(ASK)).isEqualTo(SAID);
    }

    @Test
    void saysThePageOfAHostAndTheReasonOfARefusal() {
        UUID guest = new UUID(0, 1);
        assertThat(LOUD.result(new StageResult.Host(guest, ASK, JsonObject.empty(), false)))
                .isEqualTo(new StageResult.Host(guest, SAID, JsonObject.empty(), false));
        assertThat(LOUD.result(new StageResult.Denied("no"))).isEqualTo(new StageResult.Denied("NO"));
    }

    @Test
    void leavesFactsAlone() {
        StageResult done = new StageResult.Done(JsonObject.of("word", "said"));
        assertThat(LOUD.result(done)).isSameAs(done);
    }
}
