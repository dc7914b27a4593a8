package org.gatewright.console.plugins;

import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.gatewright.console.output.Report;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.plugins.CatalogueSnapshot;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.plugins.PluginInfo;
import org.gatewright.spi.data.JsonObject;
import org.jspecify.annotations.Nullable;

/** Shows one plug-in. */
@Service
@Command(scope = "idp", name = "plugin-info", description = "Shows a plug-in with the types that it brings.")
public final class PluginDetails implements Action {

    @Argument(index = 0, name = "id", description = "The id of the plug-in", required = true)
    @Completion(PluginCompleter.class)
    private String id = "";

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
        CatalogueSnapshot snapshot = catalogue.snapshot();
        PluginInfo plugin = snapshot.plugins().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidFieldsException("id", "There is no plug-in “" + id + "”."));
        List<JsonObject> types = snapshot.types().stream()
                .filter(type -> type.plugin().equals(id) && type.version().equals(plugin.version()))
                .map(type -> JsonObject.of("kind", type.kind().path())
                        .with("type", type.type())
                        .with("state", type.state().name().toLowerCase(Locale.ROOT)))
                .toList();
        Report.one(session.getConsole(), json, PluginRows.of(plugin).with("types", types));
        return null;
    }
}
