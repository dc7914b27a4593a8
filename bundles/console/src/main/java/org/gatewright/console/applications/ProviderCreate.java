package org.gatewright.console.applications;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.gatewright.console.input.Assignments;
import org.gatewright.console.input.NameCompleter;
import org.gatewright.console.input.SettingCompleter;
import org.gatewright.console.input.TypeCompleter;
import org.gatewright.console.output.Report;
import org.gatewright.port.configuration.Configuration;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.directory.Actor;
import org.gatewright.spi.data.JsonObject;
import org.jspecify.annotations.Nullable;

/** Creates a provider of any installed type. */
@Service
@Command(
        scope = "idp",
        name = "provider-create",
        description = "Creates a provider. Generated secrets are shown this once.",
        detailedDescription = "Settings are given as key=value; lists as JSON or with commas between. Example:\n"
                + "idp:provider-create oauth2 FlaskDemo redirect_uris=http://localhost:5000/oidc/callback")
public final class ProviderCreate implements Action {

    @Argument(index = 0, name = "type", description = "The type, such as oauth2", required = true)
    @Completion(TypeCompleter.class)
    private String type = "";

    @Argument(index = 1, name = "name", description = "The name", required = true)
    @Completion(NameCompleter.class)
    private String name = "";

    @Argument(index = 2, name = "settings", description = "Settings as key=value", multiValued = true)
    @Completion(SettingCompleter.class)
    private List<String> settings = new ArrayList<>();

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
        JsonObject fields = Assignments.read(settings, configuration.schema(Model.PROVIDER, type))
                .with("name", name);
        Configuration.Created created = configuration.create(Actor.system(), Model.PROVIDER, type, fields);
        Report.one(
                session.getConsole(),
                json,
                ProviderRows.of(configuration, created.object()).merge(created.generated()));
        return null;
    }
}
