package org.gatewright.rest.collection;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gatewright.json.Schemas;
import org.gatewright.json.Shape;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.plugins.PluginOperations;
import org.gatewright.port.plugins.PluginOperations.State;
import org.gatewright.port.plugins.PluginOperations.Step;
import org.gatewright.spi.data.JsonObject;

/** How far changes of plug-ins have come on this node, the newest first. */
final class PluginOperationsCollection extends ShapedCollection<PluginOperations.Operation> {

    private static final Shape<Step> STEP = Shape.<Step>empty()
            .shown("name", Schemas.TEXT, Step::name)
            .shown("at", Schemas.MOMENT, step -> step.at().toString());
    private static final Shape<PluginOperations.Operation> SHAPE = Shape.<PluginOperations.Operation>empty()
            .shown("pk", Schemas.ID, PluginOperations.Operation::id)
            .shown("action", Schemas.TEXT, PluginOperations.Operation::action)
            .shown("plugin", Schemas.TEXT, PluginOperations.Operation::plugin)
            .shown(
                    "state",
                    Schemas.choice(Stream.of(State.values())
                            .map(PluginOperationsCollection::word)
                            .toList()),
                    operation -> word(operation.state()))
            .shown("reason", Schemas.TEXT, PluginOperations.Operation::reason)
            .shown("started", Schemas.MOMENT, operation -> operation.started().toString())
            .shownIfAny("ended", Schemas.MOMENT, operation -> operation.ended().map(Object::toString))
            .shown("steps", Schemas.list(STEP.schema()), operation -> operation.steps().stream()
                    .map(STEP::show)
                    .toList());

    private final PluginOperations operations;

    PluginOperationsCollection(PluginOperations operations) {
        super("core/plugin_operations", "plugin", Set.of(Operation.LIST, Operation.RETRIEVE), SHAPE);
        this.operations = operations;
    }

    @Override
    public Page<JsonObject> list(Actor actor, PageRequest page) {
        List<JsonObject> recent = operations.recent().stream().map(this::show).toList();
        return ObjectPages.of(recent, page);
    }

    @Override
    Optional<PluginOperations.Operation> find(String key) {
        return operations.recent().stream()
                .filter(operation -> operation.id().toString().equals(key))
                .findFirst();
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
