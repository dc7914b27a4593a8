package org.gatewright.kernel.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gatewright.json.Schemas;
import org.gatewright.json.Shape;
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

    private static final Shape<Optional<FlowFields>> FLOW = Shape.<Optional<FlowFields>>empty()
            .shown("title", Schemas.TEXT, flow -> flow.map(ChallengeText::title).orElse(""))
            .shown("background", Schemas.TEXT, flow -> flow.map(FlowFields::background)
                    .orElse(""))
            .shown("cancel_url", Schemas.TEXT, flow -> CANCEL)
            .shown("layout", Schemas.TEXT, ChallengeText::layout);
    private static final Shape<Placed> FIELD = Shape.<Placed>empty()
            .shown("field_key", Schemas.TEXT, placed -> placed.field().key())
            .shown("label", Schemas.TEXT, placed -> placed.field().label())
            .shown("type", Schemas.TEXT, placed -> placed.field().type().wireName())
            .shown("required", Schemas.FLAG, placed -> placed.field().required())
            .shown("placeholder", Schemas.TEXT, placed -> placed.field().placeholder())
            .shown("initial_value", Schemas.TEXT, placed -> placed.field().initialValue())
            .shown("order", Schemas.NUMBER, Placed::order)
            .shown("sub_text", Schemas.TEXT, placed -> placed.field().subText())
            .shown("choices", Schemas.list(Schemas.TEXT), placed -> placed.field()
                    .choices());
    private static final Shape<FieldError> ERROR = Shape.<FieldError>empty()
            .shown("string", Schemas.TEXT, FieldError::string)
            .shown("code", Schemas.TEXT, FieldError::code);
    private static final Shape<JsonObject> ELEMENT = Shape.<JsonObject>empty()
            .shown("tag", Schemas.TEXT, element -> element.text("tag").orElse(""))
            .shown("module", Schemas.TEXT, element -> element.text("module").orElse(""));
    private static final Shape<Shown> CHALLENGE = Shape.<Shown>empty()
            .shownIfAny("fields", Schemas.list(FIELD.schema()), Shown::fields)
            .shownIfAny("response_errors", Schemas.map(Schemas.list(ERROR.schema())), Shown::errors)
            .shown("component", Schemas.TEXT, Shown::component)
            .shownIfAny(PageElements.MEMBER, ELEMENT.schema(), Shown::element)
            .shown("flow_info", FLOW.schema(), shown -> FLOW.show(shown.flow()))
            .shownIfAny("pending_user", Schemas.TEXT, Shown::pendingUser)
            .shownIfAny("pending_user_avatar", Schemas.TEXT, shown -> shown.pendingUser()
                    .map(InitialsAvatar::of));

    private ChallengeText() {}

    /** A field with its place among the others. */
    private record Placed(int order, Field field) {}

    /** What is written besides the data of the stage. */
    private record Shown(
            String component, Optional<FlowFields> flow, Optional<Challenge> asked, Optional<String> pendingUser) {

        Optional<List<JsonObject>> fields() {
            return asked.map(challenge -> ChallengeText.fields(challenge.fields()))
                    .filter(fields -> !fields.isEmpty());
        }

        Optional<JsonObject> element() {
            return asked.flatMap(challenge -> challenge.data().object(PageElements.MEMBER))
                    .map(ELEMENT::show);
        }

        Optional<JsonObject> errors() {
            return asked.map(challenge -> ChallengeText.errors(challenge.errors()))
                    .filter(errors -> !errors.isEmpty());
        }
    }

    /** Returns the JSON Schema of challenges; the data of a stage are further members. */
    static JsonObject schema() {
        return CHALLENGE.schema();
    }

    static JsonObject write(Turn turn, Execution execution, Challenge challenge) {
        Shown shown = new Shown(
                challenge.component(),
                flow(turn, execution.origin()),
                Optional.of(challenge),
                pendingUser(turn, execution.facts()));
        return challenge.data().merge(CHALLENGE.show(shown));
    }

    /** A challenge that asks nothing. */
    static JsonObject write(Turn turn, Origin origin, String component, JsonObject data) {
        return head(component, flow(turn, origin)).merge(data);
    }

    /** A challenge of no flow. */
    static JsonObject write(String component, JsonObject data) {
        return head(component, Optional.empty()).merge(data);
    }

    static JsonObject head(String component, Optional<FlowFields> flow) {
        return CHALLENGE.show(new Shown(component, flow, Optional.empty(), Optional.empty()));
    }

    private static Optional<FlowFields> flow(Turn turn, Origin origin) {
        return turn.configuration().flow(origin.flow()).map(Entry::value);
    }

    private static String title(FlowFields flow) {
        return flow.title().isEmpty() ? flow.name() : flow.title();
    }

    private static String layout(Optional<FlowFields> flow) {
        return flow.map(FlowFields::layout)
                .orElse(FlowFields.Layout.STACKED)
                .name()
                .toLowerCase(Locale.ROOT);
    }

    /** Shows what was typed as long as it is there: the real name would tell that the user exists. */
    private static Optional<String> pendingUser(Turn turn, JsonObject facts) {
        return facts.text(FactNames.PENDING_USER_IDENTIFIER)
                .or(() -> turn.user(facts).map(User::username));
    }

    private static List<JsonObject> fields(List<Field> fields) {
        return IntStream.range(0, fields.size())
                .mapToObj(place -> FIELD.show(new Placed(place, fields.get(place))))
                .toList();
    }

    private static JsonObject errors(Map<String, List<FieldError>> errors) {
        Map<String, Object> members = new LinkedHashMap<>();
        errors.forEach((field, list) ->
                members.put(field, list.stream().map(ERROR::show).toList()));
        return JsonObject.of(members);
    }
}
