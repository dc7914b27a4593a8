package org.gatewright.kernel.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.FactNames;
import org.gatewright.spi.stage.Field;
import org.gatewright.spi.stage.FieldError;

/** Writes challenges in the shape of the flow executor's API. What comes from facts is the pending user and nothing else. */
final class ChallengeText {

    private static final String CANCEL = "/flows/-/cancel/";

    private ChallengeText() {}

    static JsonObject write(Turn turn, Execution execution, Challenge challenge) {
        JsonObject json = challenge.data();
        if (!challenge.fields().isEmpty()) {
            json = json.with("fields", fields(challenge.fields()));
        }
        if (!challenge.errors().isEmpty()) {
            json = json.with("response_errors", errors(challenge.errors()));
        }
        return pendingUser(turn, execution.facts())
                .map(json.merge(head(turn, execution.origin(), challenge.component()))::merge)
                .orElse(json.merge(head(turn, execution.origin(), challenge.component())));
    }

    /** A challenge that asks nothing. */
    static JsonObject write(Turn turn, Origin origin, String component, JsonObject data) {
        return head(turn, origin, component).merge(data);
    }

    /** A challenge of no flow. */
    static JsonObject write(String component, JsonObject data) {
        return head(component, Optional.empty()).merge(data);
    }

    private static JsonObject head(Turn turn, Origin origin, String component) {
        return head(component, turn.configuration().flow(origin.flow()).map(Entry::value));
    }

    static JsonObject head(String component, Optional<FlowFields> flow) {
        JsonObject info = JsonObject.of(
                        "title",
                        flow.map(fields -> fields.title().isEmpty() ? fields.name() : fields.title())
                                .orElse(""))
                .with("background", flow.map(FlowFields::background).orElse(""))
                .with("cancel_url", CANCEL)
                .with(
                        "layout",
                        flow.map(FlowFields::layout)
                                .orElse(FlowFields.Layout.STACKED)
                                .name()
                                .toLowerCase(Locale.ROOT));
        return JsonObject.of("component", component).with("flow_info", info);
    }

    /** Shows what was typed as long as it is there: the real name would tell that the user exists. */
    private static Optional<JsonObject> pendingUser(Turn turn, JsonObject facts) {
        return facts.text(FactNames.PENDING_USER_IDENTIFIER)
                .or(() -> turn.user(facts).map(User::username))
                .map(name -> JsonObject.of("pending_user", name).with("pending_user_avatar", ""));
    }

    private static List<JsonObject> fields(List<Field> fields) {
        List<JsonObject> list = new ArrayList<>();
        for (Field field : fields) {
            list.add(JsonObject.of("field_key", field.key())
                    .with("label", field.label())
                    .with("type", field.type().wireName())
                    .with("required", field.required())
                    .with("placeholder", field.placeholder())
                    .with("initial_value", field.initialValue())
                    .with("order", list.size())
                    .with("sub_text", field.subText())
                    .with("choices", field.choices()));
        }
        return list;
    }

    private static JsonObject errors(Map<String, List<FieldError>> errors) {
        Map<String, Object> members = new LinkedHashMap<>();
        errors.forEach((field, list) -> members.put(
                field,
                list.stream()
                        .map(error -> JsonObject.of("string", error.string()).with("code", error.code()))
                        .toList()));
        return JsonObject.of(members);
    }
}
