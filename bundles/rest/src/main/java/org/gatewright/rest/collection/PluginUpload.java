package org.gatewright.rest.collection;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.json.Schemas;
import org.gatewright.json.Shape;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.plugins.ArtifactDigest;
import org.gatewright.port.plugins.Audience;
import org.gatewright.port.plugins.PluginCanaries;
import org.gatewright.port.plugins.PluginCanaries.Canary;
import org.gatewright.port.plugins.PluginLifecycle;
import org.gatewright.port.plugins.PluginLifecycle.Change;
import org.gatewright.port.plugins.PluginOperations;
import org.gatewright.spi.data.JsonObject;

/** Installs or updates a plug-in by its jar, or makes that a canary. */
record PluginUpload(PluginLifecycle lifecycle, PluginCanaries canaries, PluginOperations operations)
        implements Collection.Upload {

    /** What sentences about the jar call it: it comes without a name. */
    private static final String NAME = "upload.jar";

    private static final String CANARY = "canary";
    private static final String SHA256 = "sha256";
    private static final String OPERATION = "operation";

    /** What came of it. */
    private record Uploaded(Change change, Optional<Canary> canary) {}

    private static final Shape<Uploaded> SHAPE = Shape.<Uploaded>empty()
            .shown("pk", Schemas.TEXT, uploaded -> uploaded.change().plugin())
            .shownIfAny("from", Schemas.TEXT, uploaded -> uploaded.change().from())
            .shownIfAny("to", Schemas.TEXT, uploaded -> uploaded.change().to())
            .shownIfAny(CANARY, CanaryShapes.CANARY.schema(), uploaded -> uploaded.canary()
                    .map(CanaryShapes.CANARY::show));

    @Override
    public JsonObject answer() {
        return SHAPE.schema();
    }

    @Override
    public JsonObject report() {
        return PluginShapes.REPORT.schema();
    }

    @Override
    public JsonObject check(byte[] content, Map<String, String> parameters) {
        return PluginShapes.REPORT.show(lifecycle.inspect(meant(content, parameters)));
    }

    @Override
    public Map<String, JsonObject> parameters() {
        return Map.of(CANARY, Schemas.TEXT, SHA256, Schemas.TEXT, OPERATION, Schemas.ID);
    }

    @Override
    public Collection.Taken take(Actor actor, byte[] content, Map<String, String> parameters) {
        PluginLifecycle.Upload upload = meant(content, parameters);
        String operation = parameters.get(OPERATION);
        return operation == null
                ? take(actor, upload, parameters)
                : operations.as(id(operation), step -> {}, () -> take(actor, upload, parameters));
    }

    private Collection.Taken take(Actor actor, PluginLifecycle.Upload upload, Map<String, String> parameters) {
        String audience = parameters.get(CANARY);
        return audience == null
                ? installed(lifecycle.install(actor, upload))
                : begun(canaries.begin(actor, upload, Audience.parse(audience)));
    }

    private static PluginLifecycle.Upload meant(byte[] content, Map<String, String> parameters) {
        String digest = parameters.get(SHA256);
        if (digest != null) {
            ArtifactDigest.require(digest, content);
        }
        return new PluginLifecycle.Upload(NAME, content);
    }

    private static UUID id(String operation) {
        try {
            return UUID.fromString(operation);
        } catch (IllegalArgumentException e) {
            throw new InvalidFieldsException(OPERATION, "This must be a UUID.");
        }
    }

    private static Collection.Taken installed(Change change) {
        return new Collection.Taken(change.from().isEmpty(), SHAPE.show(new Uploaded(change, Optional.empty())));
    }

    private static Collection.Taken begun(Canary canary) {
        Optional<String> active = Optional.of(canary.active());
        Change change = new Change(canary.plugin(), active, active);
        return new Collection.Taken(false, SHAPE.show(new Uploaded(change, Optional.of(canary))));
    }
}
