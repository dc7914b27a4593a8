package org.gatewright.console.applications;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.gatewright.console.output.Report;
import org.gatewright.port.configuration.Configuration;
import org.gatewright.port.configuration.Model;
import org.jspecify.annotations.Nullable;

/** Lists providers. */
@Service
@Command(scope = "idp", name = "provider-list", description = "Lists providers.")
public final class ProviderList implements Action {

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Configuration configuration;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Session session;

    @Override
    public @Nullable Object execute() {
        Report.list(
                session.getConsole(),
                json,
                configuration.snapshot().objects(Model.PROVIDER).stream()
                        .map(object -> ProviderRows.of(configuration, object))
                        .toList(),
                "pk",
                "name",
                "type",
                "application");
        return null;
    }
}
