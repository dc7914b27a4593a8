package org.gatewright.rest.collection;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gatewright.json.Schemas;
import org.gatewright.json.Shape;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.plugins.ArtifactReport;
import org.gatewright.port.plugins.CatalogueSnapshot;
import org.gatewright.port.plugins.KeptVersion;
import org.gatewright.port.plugins.LogLevel;
import org.gatewright.port.plugins.PluginCanaries;
import org.gatewright.port.plugins.PluginCanaries.Canary;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.plugins.PluginInfo;
import org.gatewright.port.plugins.PluginLifecycle;
import org.gatewright.port.plugins.PluginLogs;
import org.gatewright.port.plugins.PluginOperations;
import org.gatewright.port.plugins.TypeVersion;
import org.gatewright.port.plugins.VersionState;
import org.gatewright.spi.data.JsonObject;

/** The plug-ins with their state, the reason for it, and the types that they bring; one entry for each version that is there. They come as jars, and change by actions. */
final class PluginsCollection extends ShapedCollection<PluginsCollection.Present> {

    private static final Shape<TypeVersion> TYPE = Shape.<TypeVersion>empty()
            .shown("kind", Schemas.TEXT, type -> type.kind().path())
            .shown("type", Schemas.TEXT, TypeVersion::type)
            .shown("title", Schemas.TEXT, TypeVersion::title)
            .shown("state", TypeList.STATE, type -> TypeList.word(type.state()))
            .shown("reason", Schemas.TEXT, TypeVersion::reason);
    private static final Shape<Present> SHAPE = Shape.<Present>empty()
            .shown("pk", Schemas.TEXT, present -> present.plugin().id())
            .shown("name", Schemas.TEXT, present -> present.plugin().name())
            .shown("version", Schemas.TEXT, present -> present.plugin().version())
            .shown("bundle_id", Schemas.NUMBER, present -> present.plugin().bundleId())
            .shown(
                    "state",
                    TypeList.STATE,
                    present -> TypeList.word(present.plugin().state()))
            .shown("reason", Schemas.TEXT, present -> present.plugin().reason())
            .shown("log_level", PluginActions.LEVEL, present -> LogLevel.word(present.log()))
            .shownIfAny("canary", CanaryShapes.CANARY.schema(), present -> present.canary()
                    .map(CanaryShapes.CANARY::show))
            .shown("types", Schemas.list(TYPE.schema()), present -> present.types()
                    .map(TYPE::show)
                    .toList())
            .shownIfAny("versions", Schemas.list(PluginShapes.KEPT.schema()), present -> present.kept()
                    .map(kept -> kept.versions().stream()
                            .map(PluginShapes.KEPT::show)
                            .toList()))
            .shownIfAny("artifact", PluginShapes.REPORT.schema(), present -> present.kept()
                    .flatMap(Kept::artifact)
                    .map(PluginShapes.REPORT::show));

    private final PluginCatalogue catalogue;
    private final PluginLifecycle lifecycle;
    private final PluginCanaries canaries;
    private final PluginLogs logs;
    private final PluginOperations operations;

    PluginsCollection(
            PluginCatalogue catalogue,
            PluginLifecycle lifecycle,
            PluginCanaries canaries,
            PluginLogs logs,
            PluginOperations operations) {
        super("plugins", "plugin", Set.of(Operation.LIST, Operation.RETRIEVE, Operation.DELETE), SHAPE);
        this.catalogue = catalogue;
        this.lifecycle = lifecycle;
        this.canaries = canaries;
        this.logs = logs;
        this.operations = operations;
    }

    /** What is kept of a plug-in, and of the version that is shown. */
    record Kept(List<KeptVersion> versions, Optional<ArtifactReport> artifact) {}

    /**
     * A plug-in in the snapshot that the answer is made of.
     *
     * @param canary if this version is one
     * @param log the level of the log of the plug-in, if it has one of its own
     * @param kept what is kept of the plug-in, if it is shown alone
     */
    record Present(
            PluginInfo plugin,
            CatalogueSnapshot snapshot,
            Optional<Canary> canary,
            Optional<LogLevel> log,
            Optional<Kept> kept) {

        Stream<TypeVersion> types() {
            return snapshot.types().stream()
                    .filter(type ->
                            type.plugin().equals(plugin.id()) && type.version().equals(plugin.version()));
        }
    }

    @Override
    public Page<JsonObject> list(Actor actor, PageRequest page) {
        return ObjectPages.of(present().map(this::show).toList(), page);
    }

    @Override
    public void delete(Actor actor, String key) {
        lifecycle.uninstall(actor, key);
    }

    @Override
    public Optional<Upload> upload() {
        return Optional.of(new PluginUpload(lifecycle, canaries, operations));
    }

    @Override
    public Map<String, Action> actions() {
        return new PluginActions(lifecycle, canaries, logs).all();
    }

    /** Of several versions the active one is the plug-in. One that has ended is there as long as a version of it is kept. */
    @Override
    Optional<Present> find(String key) {
        List<KeptVersion> versions = lifecycle.versions(key);
        return present()
                .filter(present -> present.plugin().id().equals(key))
                .min(Comparator.comparing(present -> present.plugin().state() != VersionState.ACTIVE))
                .or(() -> versions.stream().findFirst().map(kept -> ended(key, kept)))
                .map(present -> new Present(
                        present.plugin(),
                        present.snapshot(),
                        present.canary(),
                        present.log(),
                        Optional.of(new Kept(
                                versions,
                                lifecycle.artifact(key, present.plugin().version())))));
    }

    private Present ended(String key, KeptVersion kept) {
        PluginInfo info = new PluginInfo(
                key, key, kept.version(), -1, VersionState.GONE, "It has ended. A version that is kept can come back.");
        return new Present(info, catalogue.snapshot(), Optional.empty(), logs.level(key), Optional.empty());
    }

    private Stream<Present> present() {
        CatalogueSnapshot snapshot = catalogue.snapshot();
        return snapshot.plugins().stream()
                .map(plugin ->
                        new Present(plugin, snapshot, canary(plugin), logs.level(plugin.id()), Optional.empty()));
    }

    private Optional<Canary> canary(PluginInfo plugin) {
        return plugin.state() == VersionState.CANARY
                ? canaries.of(plugin.id()).filter(canary -> canary.version().equals(plugin.version()))
                : Optional.empty();
    }
}
