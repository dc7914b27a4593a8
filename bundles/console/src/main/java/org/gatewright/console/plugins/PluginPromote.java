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
import org.gatewright.port.plugins.PluginCanaries;
import org.jspecify.annotations.Nullable;

/** Makes the canary the active version. */
@Service
@Command(scope = "idp", name = "plugin-promote", description = "Makes the canary of a plug-in its active version.")
public final class PluginPromote implements Action {

    @Argument(index = 0, name = "id", description = "The id of the plug-in", required = true)
    @Completion(PluginCompleter.class)
    private String id = "";

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private PluginCanaries canaries;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Session session;

    @Override
    public @Nullable Object execute() {
        ChangeReport.print(session.getConsole(), json, id + " is promoted", canaries.promote(Actor.system(), id));
        return null;
    }
}
