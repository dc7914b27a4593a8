package org.gatewright.console.plugins;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.plugins.PluginLifecycle;
import org.jspecify.annotations.Nullable;

/** Goes back to the version before; from a canary, to the active one. */
@Service
@Command(
        scope = "idp",
        name = "plugin-rollback",
        description = "Goes back to the version of a plug-in that was active before, or ends its canary.")
public final class PluginRollback implements Action {

    @Argument(index = 0, name = "id", description = "The id of the plug-in", required = true)
    @Completion(PluginCompleter.class)
    private String id = "";

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private PluginLifecycle lifecycle;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Session session;

    @Override
    public @Nullable Object execute() {
        ChangeReport.print(session.getConsole(), json, id + " is rolled back", lifecycle.rollback(Actor.system(), id));
        return null;
    }
}
