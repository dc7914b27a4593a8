package org.gatewright.kernel.flow;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.json.JsonSyntaxException;
import org.gatewright.json.JsonText;
import org.gatewright.port.configuration.EngineMode;
import org.gatewright.port.configuration.StageBindingFields.InvalidResponseAction;
import org.gatewright.port.plugins.Pin;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.protocol.Continuation;

/**
 * Writes executions as JSON and reads them back. Names are short and what is usual is left out, because the first state must fit into a cookie. A handle is the
 * same without the plan: it names a row.
 */
final class ExecutionText {

    /** What a browser holds: the whole first state, or the name of a row. */
    record Ticket(UUID id, String slug, String browser, Instant expires, Optional<Execution> state) {}

    private static final String PLAN = "plan";

    private ExecutionText() {}

    static String handle(Origin origin) {
        return JsonText.write(JsonObject.of(head(origin)));
    }

    static String write(Execution execution) {
        Origin origin = execution.origin();
        Map<String, Object> members = head(origin);
        members.put("flow", origin.flow());
        origin.next().ifPresent(next -> members.put("next", next));
        origin.application().ifPresent(application -> members.put("app", application));
        origin.resumption().ifPresent(resumption -> members.put("then", resumption(resumption)));
        members.put("given", origin.facts());
        members.put(PLAN, execution.steps().stream().map(ExecutionText::step).toList());
        members.put("at", execution.cursor());
        members.put("facts", execution.facts());
        execution.holder().ifPresent(user -> members.put("user", user));
        return JsonText.write(JsonObject.of(members));
    }

    /** Reads what {@link #write} or {@link #handle} made; empty if another release made it in another shape. */
    static Optional<Ticket> read(String text) {
        try {
            return Optional.of(ticket(JsonText.read(text)));
        } catch (IllegalArgumentException | JsonSyntaxException e) {
            return Optional.empty();
        }
    }

    private static Ticket ticket(JsonObject json) {
        UUID id = UUID.fromString(text(json, "id"));
        Instant expires = Instant.ofEpochMilli(json.integer("exp").orElse(0L));
        Optional<Execution> state =
                json.has(PLAN) ? Optional.of(execution(json, origin(json, id, expires))) : Optional.empty();
        return new Ticket(id, text(json, "slug"), text(json, "browser"), expires, state);
    }

    private static Map<String, Object> head(Origin origin) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", origin.id());
        members.put("slug", origin.slug());
        members.put("browser", origin.browser());
        members.put("exp", origin.expires().toEpochMilli());
        return members;
    }

    private static Origin origin(JsonObject json, UUID id, Instant expires) {
        return new Origin(
                id,
                UUID.fromString(text(json, "flow")),
                text(json, "slug"),
                text(json, "browser"),
                json.text("next"),
                json.text("app"),
                json.object("then")
                        .map(then -> new Resumption(
                                text(then, "type"), new Continuation(text(then, "step"), object(then, "data")))),
                object(json, "given"),
                expires);
    }

    private static Execution execution(JsonObject json, Origin origin) {
        List<Step> steps = json.objects(PLAN).stream().map(ExecutionText::step).toList();
        return new Execution(
                origin,
                steps,
                json.integer("at").orElse(0L).intValue(),
                object(json, "facts"),
                json.text("user").map(UUID::fromString));
    }

    private static JsonObject resumption(Resumption resumption) {
        return JsonObject.of("type", resumption.protocol())
                .with("step", resumption.continuation().step())
                .with("data", resumption.continuation().data());
    }

    private static JsonObject step(Step step) {
        JsonObject json = JsonObject.of("b", step.binding())
                .with("s", step.stage())
                .with("n", step.name())
                .with("t", step.pin().type())
                .with("v", step.pin().version())
                .with("sv", step.pin().stateVersion());
        json = step.rules().reEvaluate() ? json.with("re", true) : json;
        json = step.rules().mode() == EngineMode.ANY
                ? json
                : json.with("m", step.rules().mode());
        json = step.rules().onRefusal() == InvalidResponseAction.RETRY
                ? json
                : json.with("r", step.rules().onRefusal());
        json = step.shown().isEmpty() ? json : json.with("c", step.shown());
        json = step.state().isEmpty() ? json : json.with("k", step.state());
        json = step.failures() == 0 ? json : json.with("f", step.failures());
        return json.with("g", step.guest().map(ExecutionText::step));
    }

    private static Step step(JsonObject json) {
        StepRules rules = new StepRules(
                json.bool("re").orElse(false),
                json.text("m").map(EngineMode::valueOf).orElse(EngineMode.ANY),
                json.text("r").map(InvalidResponseAction::valueOf).orElse(InvalidResponseAction.RETRY));
        Pin pin = new Pin(
                Kind.STAGE,
                text(json, "t"),
                text(json, "v"),
                json.integer("sv").orElse(0L).intValue());
        return new Step(
                UUID.fromString(text(json, "b")),
                UUID.fromString(text(json, "s")),
                text(json, "n"),
                pin,
                rules,
                text(json, "c"),
                object(json, "k"),
                json.integer("f").orElse(0L).intValue(),
                json.object("g").map(ExecutionText::step));
    }

    private static String text(JsonObject json, String name) {
        return json.text(name).orElse("");
    }

    private static JsonObject object(JsonObject json, String name) {
        return json.object(name).orElse(JsonObject.empty());
    }
}
