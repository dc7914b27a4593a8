package org.gatewright.testkit.kernel;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.plugin.PluginType;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageContext;
import org.gatewright.spi.stage.StageResult;

/** The last step of each flow of a test: keeps the facts. */
@PluginType(name = FlowEnds.TYPE, title = "End")
final class FlowEnds implements Stage {

    static final String TYPE = "testkit_end";

    private final Map<String, JsonObject> facts = new ConcurrentHashMap<>();

    Optional<JsonObject> facts(String flow) {
        return Optional.ofNullable(facts.get(flow));
    }

    @Override
    public StageResult handle(StageContext context) {
        facts.put(context.flow().slug(), context.facts());
        return new StageResult.Done(JsonObject.empty());
    }

    /** What the first step of a flow tells, as earlier steps of the server would. */
    record Told(JsonObject facts) {}

    /** The first step. */
    @PluginType(name = Begin.TYPE, title = "Begin", settings = Told.class)
    static final class Begin implements Stage {

        static final String TYPE = "testkit_begin";

        @Override
        public StageResult handle(StageContext context) {
            return new StageResult.Done(context.settings(Told.class).facts());
        }
    }
}
