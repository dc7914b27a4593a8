package org.gatewright.kernel.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gatewright.port.plugins.Lease;
import org.gatewright.port.plugins.PluginTexts;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.Field;
import org.gatewright.spi.stage.FieldError;
import org.gatewright.spi.stage.StageResult;

/** Says what plug-ins say to a visitor in the visitor's language: labels, help, errors, refusals. Answers, choices, codes and data stay as they are. */
record Said(UnaryOperator<String> texts) {

    /** In the words of the version that was called. */
    static Said by(Lease<?> lease, Turn turn, PluginTexts texts) {
        return new Said(texts.of(lease.plugin(), lease.pin().version(), turn.languages()));
    }

    StageResult result(StageResult result) {
        if (result instanceof StageResult.Ask ask) {
            return asked(ask);
        }
        if (result instanceof StageResult.Host host) {
            return new StageResult.Host(host.stage(), asked(host.page()), host.facts(), host.answered());
        }
        return result instanceof StageResult.Denied denied
                ? new StageResult.Denied(texts.apply(denied.message()), denied.effects())
                : result;
    }

    Challenge challenge(Challenge asked) {
        Map<String, List<FieldError>> errors = new LinkedHashMap<>();
        asked.errors()
                .forEach((field, list) ->
                        errors.put(field, list.stream().map(this::error).toList()));
        return new Challenge(asked.component(), asked.data(), fields(asked.fields()), errors, asked.element());
    }

    List<Field> fields(List<Field> fields) {
        return fields.stream().map(this::field).toList();
    }

    FieldError error(FieldError error) {
        return new FieldError(texts.apply(error.string()), error.code());
    }

    private StageResult.Ask asked(StageResult.Ask ask) {
        return new StageResult.Ask(challenge(ask.challenge()), ask.state(), ask.refused(), ask.effects());
    }

    private Field field(Field field) {
        return new Field(
                field.key(),
                texts.apply(field.label()),
                field.type(),
                field.required(),
                texts.apply(field.placeholder()),
                field.initialValue(),
                texts.apply(field.subText()),
                field.choices());
    }
}
