package org.gatewright.stages.prompt;

import java.util.List;
import java.util.Map;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.plugin.PluginType;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.FactNames;
import org.gatewright.spi.stage.Field;
import org.gatewright.spi.stage.FieldError;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageContext;
import org.gatewright.spi.stage.StageResult;
import org.osgi.service.component.annotations.Component;

/** Asks for any fields. Passwords go to {@link FactNames#SECRET_DATA}, everything else to {@link FactNames#PROMPT_DATA}. */
@Component(service = Stage.class)
@PluginType(
        name = "prompt",
        title = "Prompt",
        description = "Asks for fields that an administrator chose.",
        settings = PromptSettings.class)
public final class PromptStage implements Stage {

    @Override
    public StageResult handle(StageContext context) {
        List<PromptField> fields = context.settings(PromptSettings.class).inOrder();
        return context.answers()
                .map(answers -> answered(context, fields, answers))
                .orElseGet(() -> new StageResult.Ask(challenge(fields, JsonObject.empty())));
    }

    private static StageResult answered(StageContext context, List<PromptField> fields, JsonObject answers) {
        Form form = Form.of(fields, answers);
        return form.errors().isEmpty() ? done(context, form) : refuse(fields, form);
    }

    private static StageResult done(StageContext context, Form form) {
        JsonObject facts = JsonObject.of(FactNames.PROMPT_DATA, joined(context, FactNames.PROMPT_DATA, form.open()));
        return new StageResult.Done(
                form.secret().isEmpty()
                        ? facts
                        : facts.with(FactNames.SECRET_DATA, joined(context, FactNames.SECRET_DATA, form.secret())));
    }

    private static JsonObject joined(StageContext context, String fact, JsonObject further) {
        return context.facts().object(fact).orElseGet(JsonObject::empty).merge(further);
    }

    private static StageResult refuse(List<PromptField> fields, Form form) {
        Challenge challenge = challenge(fields, form.open());
        for (Map.Entry<String, FieldError> error : form.errors().entrySet()) {
            challenge = challenge.withError(error.getKey(), error.getValue());
        }
        return new StageResult.Ask(challenge, JsonObject.empty(), true, List.of());
    }

    /** Fills in what was answered well, so that nobody types it twice. */
    private static Challenge challenge(List<PromptField> fields, JsonObject given) {
        List<Field> shown = fields.stream()
                .map(field -> field.shown(
                        given.get(field.fieldKey()).map(Object::toString).orElse(field.initialValue())))
                .toList();
        return new Challenge(Challenge.PROMPT, JsonObject.empty(), shown);
    }
}
