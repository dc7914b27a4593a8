package ${package};

import java.util.List;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.plugin.PluginType;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.Field;
import org.gatewright.spi.stage.FieldError;
import org.gatewright.spi.stage.FieldType;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageContext;
import org.gatewright.spi.stage.StageResult;
import org.osgi.service.component.annotations.Component;

/** Asks for a word. */
@Component(service = Stage.class)
@PluginType(name = "${type}", title = "Word", description = "Asks for a word.", settings = WordSettings.class)
public final class WordStage implements Stage {

    private static final String WORD = "word";
    private static final Challenge PAGE = new Challenge(
            Challenge.PROMPT, JsonObject.empty(), List.of(Field.required(WORD, "Say the word", FieldType.TEXT)));

    @Override
    public StageResult handle(StageContext context) {
        String expected = context.settings(WordSettings.class).word();
        return context.answers()
                .map(answers -> answered(answers.text(WORD).orElse(""), expected))
                .orElseGet(() -> new StageResult.Ask(PAGE));
    }

    private static StageResult answered(String word, String expected) {
        return word.equals(expected)
                ? new StageResult.Done(JsonObject.empty())
                : new StageResult.Ask(
                        PAGE.withError(WORD, new FieldError("That is not the word.", "invalid")),
                        JsonObject.empty(),
                        true,
                        List.of());
    }
}
