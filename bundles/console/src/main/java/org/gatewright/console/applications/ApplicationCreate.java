package org.gatewright.console.applications;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.gatewright.console.input.Assignments;
import org.gatewright.console.output.Report;
import org.gatewright.port.configuration.Configuration;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.spi.data.JsonObject;
import org.jspecify.annotations.Nullable;

/** Creates an application. */
@Service
@Command(scope = "idp", name = "application-create", description = "Creates an application.")
public final class ApplicationCreate implements Action {

    @Argument(index = 0, name = "slug", description = "Names the application in addresses", required = true)
    private String slug = "";

    @Argument(index = 1, name = "settings", description = "Further fields as key=value", multiValued = true)
    private List<String> settings = new ArrayList<>();

    @Option(name = "--name", description = "The name for people; the slug if not given")
    private @Nullable String name;

    @Option(name = "--provider", description = "Name or number of the provider")
    private @Nullable String provider;

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
        JsonObject fields = Assignments.read(settings, configuration.schema(Model.APPLICATION, ""))
                .with("slug", slug)
                .with("name", name == null ? slug : name);
        if (provider != null) {
            fields = fields.with("provider", provider(provider));
        }
        ConfigurationObject created = configuration
                .create(Actor.system(), Model.APPLICATION, "", fields)
                .object();
        Report.one(session.getConsole(), json, configuration.shown(created));
        return null;
    }

    private long provider(String wanted) {
        return configuration.snapshot().objects(Model.PROVIDER).stream()
                .filter(object -> object.name().equals(wanted)
                        || String.valueOf(object.pk()).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new InvalidFieldsException("provider", "There is no provider “" + wanted + "”."))
                .pk();
    }
}
