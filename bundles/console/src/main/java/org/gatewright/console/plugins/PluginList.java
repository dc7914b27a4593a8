package org.gatewright.console.plugins;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.gatewright.console.output.Report;
import org.gatewright.port.plugins.PluginCatalogue;
import org.jspecify.annotations.Nullable;

/** Lists plug-ins. */
@Service
@Command(scope = "idp", name = "plugin-list", description = "Lists plug-ins with their state and the reason for it.")
public final class PluginList implements Action {

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private PluginCatalogue catalogue;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Session session;

    @Override
    public @Nullable Object execute() {
        Report.list(
                session.getConsole(),
                json,
                catalogue.snapshot().plugins().stream().map(PluginRows::of).toList(),
                "id",
                "version",
                "state",
                "reason");
        return null;
    }
}
