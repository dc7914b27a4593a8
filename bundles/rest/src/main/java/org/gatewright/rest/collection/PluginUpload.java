package org.gatewright.rest.collection;

import org.gatewright.port.directory.Actor;
import org.gatewright.port.plugins.PluginLifecycle;
import org.gatewright.port.plugins.PluginLifecycle.Change;
import org.gatewright.spi.data.JsonObject;

/** Installs or updates a plug-in by its jar. */
record PluginUpload(PluginLifecycle lifecycle) implements Collection.Upload {

    /** What sentences about the jar call it: it comes without a name. */
    private static final String NAME = "upload.jar";

    @Override
    public JsonObject answer() {
        return PluginActions.CHANGE.schema();
    }

    @Override
    public JsonObject report() {
        return PluginShapes.REPORT.schema();
    }

    @Override
    public JsonObject check(byte[] content) {
        return PluginShapes.REPORT.show(lifecycle.inspect(new PluginLifecycle.Upload(NAME, content)));
    }

    @Override
    public Collection.Taken take(Actor actor, byte[] content) {
        Change change = lifecycle.install(actor, new PluginLifecycle.Upload(NAME, content));
        return new Collection.Taken(change.from().isEmpty(), PluginActions.CHANGE.show(change));
    }
}
