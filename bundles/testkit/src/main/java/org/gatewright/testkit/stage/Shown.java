package org.gatewright.testkit.stage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.FactNames;
import org.gatewright.spi.stage.StageResult;

/** Finds all text of a result that somebody may get to read: pages, events, logs and rows of the database. */
final class Shown {

    private final List<String> texts = new ArrayList<>();

    private Shown() {}

    static List<String> in(StageResult result) {
        Shown shown = new Shown();
        shown.texts.add(result.toString());
        if (result instanceof StageResult.Ask ask) {
            shown.ask(ask);
        } else if (result instanceof StageResult.Host host) {
            shown.ask(host.page());
            shown.value(host.facts().without(FactNames.SECRET_DATA));
        } else if (result instanceof StageResult.Done done) {
            shown.value(done.facts().without(FactNames.SECRET_DATA));
            shown.effects(done.effects());
        } else if (result instanceof StageResult.Denied denied) {
            shown.effects(denied.effects());
        }
        return shown.texts;
    }

    private void ask(StageResult.Ask ask) {
        challenge(ask.challenge());
        value(ask.state());
        effects(ask.effects());
    }

    private void challenge(Challenge challenge) {
        texts.add(challenge.toString());
        value(challenge.data());
        challenge.fields().forEach(field -> texts.add(field.toString()));
        challenge.errors().forEach((name, errors) -> texts.add(name + errors));
    }

    private void effects(List<Effect> effects) {
        for (Effect effect : effects) {
            texts.add(effect.toString());
            if (effect instanceof Effect.Audit audit) {
                value(audit.context());
            }
        }
    }

    private void value(Object value) {
        if (value instanceof JsonObject object) {
            object.members().values().forEach(this::value);
        } else if (value instanceof Collection<?> elements) {
            elements.forEach(this::value);
        } else {
            texts.add(value.toString());
        }
    }
}
