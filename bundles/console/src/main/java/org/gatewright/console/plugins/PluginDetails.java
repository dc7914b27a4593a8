package org.gatewright.console.plugins;

import java.util.Comparator;
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
import org.gatewright.port.plugins.KeptVersion;
import org.gatewright.port.plugins.LogLevel;
import org.gatewright.port.plugins.PluginCanaries;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.plugins.PluginInfo;
import org.gatewright.port.plugins.PluginLifecycle;
import org.gatewright.port.plugins.PluginLogs;
import org.gatewright.port.plugins.VersionState;
import org.gatewright.spi.data.JsonObject;
import org.jspecify.annotations.Nullable;

/** Shows one plug-in: the version that is active, and others that are there. */
@Service
@Command(
        scope = "idp",
        name = "plugin-info",
        description = "Shows a plug-in with its versions and the types that they bring.")
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
    private PluginLifecycle lifecycle;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private PluginCanaries canaries;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private PluginLogs logs;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Session session;

    @Override
    public @Nullable Object execute() {
        CatalogueSnapshot snapshot = catalogue.snapshot();
        List<PluginInfo> versions = snapshot.plugins().stream()
                .filter(candidate -> candidate.id().equals(id))
                .sorted(Comparator.comparing(version -> version.state() != VersionState.ACTIVE))
                .toList();
        List<KeptVersion> kept = lifecycle.versions(id);
        PluginInfo first = versions.stream()
                .findFirst()
                .or(() -> kept.stream().findFirst().map(this::ended))
                .orElseThrow(() -> new InvalidFieldsException("id", "There is no plug-in “" + id + "”."));
        JsonObject shown = of(first, snapshot)
                .with("log_level", LogLevel.word(logs.level(id)))
                .with("canary", canaries.of(id).map(CanaryRows::of))
                .with(
                        "others",
                        versions.stream()
                                .skip(1)
                                .map(version -> of(version, snapshot).without("id"))
                                .toList())
                .with("versions", ArtifactRows.of(kept))
                .with("artifact", lifecycle.artifact(id, first.version()).map(ArtifactRows::of));
        Report.one(session.getConsole(), json, shown);
        return null;
    }

    private PluginInfo ended(KeptVersion kept) {
        return new PluginInfo(
                id, id, kept.version(), -1, VersionState.GONE, "It has ended. A version that is kept can come back.");
    }

    private static JsonObject of(PluginInfo plugin, CatalogueSnapshot snapshot) {
        List<JsonObject> types = snapshot.types().stream()
                .filter(type ->
                        type.plugin().equals(plugin.id()) && type.version().equals(plugin.version()))
                .map(type -> JsonObject.of("kind", type.kind().path())
                        .with("type", type.type())
                        .with("state", type.state().name().toLowerCase(Locale.ROOT)))
                .toList();
        return PluginRows.of(plugin).with("types", types);
    }
}
