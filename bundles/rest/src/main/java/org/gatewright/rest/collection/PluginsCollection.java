package org.gatewright.rest.collection;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.plugins.CatalogueSnapshot;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.plugins.PluginInfo;
import org.gatewright.spi.data.JsonObject;

/** The plug-ins with their state, the reason for it, and the types that they bring. */
final class PluginsCollection implements Collection {

    private final PluginCatalogue catalogue;

    PluginsCollection(PluginCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String path() {
        return "plugins";
    }

    @Override
    public String model() {
        return "plugin";
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.LIST, Operation.RETRIEVE);
    }

    @Override
    public JsonObject schema() {
        return JsonObject.of("type", "object");
    }

    @Override
    public Page<JsonObject> list(Actor actor, PageRequest page) {
        CatalogueSnapshot snapshot = catalogue.snapshot();
        return ObjectPages.of(
                snapshot.plugins().stream()
                        .map(plugin -> show(plugin, snapshot))
                        .toList(),
                page);
    }

    @Override
    public JsonObject retrieve(Actor actor, String key) {
        CatalogueSnapshot snapshot = catalogue.snapshot();
        return snapshot.plugins().stream()
                .filter(plugin -> plugin.id().equals(key))
                .findFirst()
                .map(plugin -> show(plugin, snapshot))
                .orElseThrow(Collection::notFound);
    }

    private static JsonObject show(PluginInfo plugin, CatalogueSnapshot snapshot) {
        List<JsonObject> types = snapshot.types().stream()
                .filter(type ->
                        type.plugin().equals(plugin.id()) && type.version().equals(plugin.version()))
                .map(type -> JsonObject.of("kind", type.kind().path())
                        .with("type", type.type())
                        .with("title", type.title())
                        .with("state", type.state().name().toLowerCase(Locale.ROOT))
                        .with("reason", type.reason()))
                .toList();
        return JsonObject.of("pk", plugin.id())
                .with("name", plugin.name())
                .with("version", plugin.version())
                .with("bundle_id", plugin.bundleId())
                .with("state", plugin.state().name().toLowerCase(Locale.ROOT))
                .with("reason", plugin.reason())
                .with("types", types);
    }
}
