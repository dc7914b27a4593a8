package org.gatewright.rest.collection;

import java.util.Map;
import java.util.Optional;
import org.gatewright.json.Schemas;
import org.gatewright.json.Shape;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.plugins.LogLevel;
import org.gatewright.port.plugins.PluginCanaries;
import org.gatewright.port.plugins.PluginLifecycle;
import org.gatewright.port.plugins.PluginLifecycle.Change;
import org.gatewright.port.plugins.PluginLogs;
import org.gatewright.rest.collection.Collection.Action;
import org.gatewright.spi.data.JsonObject;

/** What can be done with the versions of a plug-in. Each answers with the version that was active before and the one that is now. */
record PluginActions(PluginLifecycle lifecycle, PluginCanaries canaries, PluginLogs logs) {

    /** The schema of the level of a log. */
    static final JsonObject LEVEL = Schemas.choice(LogLevel.words());

    static final Shape<Change> CHANGE = Shape.<Change>empty()
            .shown("pk", Schemas.TEXT, Change::plugin)
            .shownIfAny("from", Schemas.TEXT, Change::from)
            .shownIfAny("to", Schemas.TEXT, Change::to);

    private static final Shape<Change> VERSION =
            Shape.<Change>empty().given("version", Schemas.TEXT).needing("version");
    private static final Shape<Change> FAULT =
            VERSION.given("reason", Schemas.TEXT).needing("version", "reason");

    private static final Shape<Logged> LEVELLED =
            Shape.<Logged>empty().given("level", LEVEL).needing("level");
    private static final Shape<Logged> LOGGED = Shape.<Logged>empty()
            .shown("pk", Schemas.TEXT, Logged::plugin)
            .shown("log_level", LEVEL, logged -> LogLevel.word(logged.level()));

    private record Logged(String plugin, Optional<LogLevel> level) {}

    Map<String, Action> all() {
        return Map.of(
                "rollback",
                rollback(),
                "quarantine",
                quarantine(),
                "release",
                release(),
                "promote",
                promote(),
                "log_level",
                logLevel());
    }

    private Action rollback() {
        return Act.needing("change", (actor, key, body) -> CHANGE.show(lifecycle.rollback(actor, key)))
                .answering(CHANGE.schema());
    }

    private Action promote() {
        return Act.needing("change", (actor, key, body) -> CHANGE.show(canaries.promote(actor, key)))
                .answering(CHANGE.schema());
    }

    private Action quarantine() {
        return Act.needing(
                        "change",
                        (actor, key, body) -> CHANGE.show(
                                lifecycle.quarantine(actor, key, required(body, "version"), required(body, "reason"))))
                .taking(FAULT.input())
                .answering(CHANGE.schema());
    }

    private Action release() {
        return Act.needing(
                        "change",
                        (actor, key, body) -> CHANGE.show(lifecycle.release(actor, key, required(body, "version"))))
                .taking(VERSION.input())
                .answering(CHANGE.schema());
    }

    private Action logLevel() {
        return Act.needing("change", (actor, key, body) -> {
                    Optional<LogLevel> level = LogLevel.parse(required(body, "level"));
                    logs.setLevel(actor, key, level);
                    return LOGGED.show(new Logged(key, level));
                })
                .taking(LEVELLED.input())
                .answering(LOGGED.schema());
    }

    private static String required(JsonObject body, String field) {
        return body.text(field)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new InvalidFieldsException(field, "This field is required."));
    }
}
