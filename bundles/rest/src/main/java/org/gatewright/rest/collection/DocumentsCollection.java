package org.gatewright.rest.collection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gatewright.json.Schemas;
import org.gatewright.json.Shape;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.plugins.PluginDocuments;
import org.gatewright.port.plugins.PluginDocuments.Count;
import org.gatewright.spi.data.JsonObject;

/** How many documents the plug-ins keep, those that are gone as well. Deleting erases all that one plug-in keeps. */
final class DocumentsCollection extends ShapedCollection<DocumentsCollection.Kept> {

    private static final Shape<Count> COUNT = Shape.<Count>empty()
            .shown("name", Schemas.TEXT, Count::collection)
            .shown("documents", Schemas.NUMBER, Count::documents);
    private static final Shape<Kept> SHAPE = Shape.<Kept>empty()
            .shown("pk", Schemas.TEXT, Kept::plugin)
            .shown("documents", Schemas.NUMBER, kept -> kept.counts().stream()
                    .mapToLong(Count::documents)
                    .sum())
            .shown("collections", Schemas.list(COUNT.schema()), kept -> kept.counts().stream()
                    .map(COUNT::show)
                    .toList());

    private final PluginDocuments documents;

    DocumentsCollection(PluginDocuments documents) {
        super(
                "core/plugin_documents",
                "plugindocuments",
                Set.of(Operation.LIST, Operation.RETRIEVE, Operation.DELETE),
                SHAPE);
        this.documents = documents;
    }

    /** What one plug-in keeps. */
    record Kept(String plugin, List<Count> counts) {}

    @Override
    public Page<JsonObject> list(Actor actor, PageRequest page) {
        return ObjectPages.of(kept().map(this::show).toList(), page);
    }

    @Override
    public void delete(Actor actor, String key) {
        documents.erase(actor, existing(key).plugin());
    }

    @Override
    Optional<Kept> find(String key) {
        return kept().filter(kept -> kept.plugin().equals(key)).findFirst();
    }

    private Stream<Kept> kept() {
        List<Count> counts = documents.counts();
        return counts.stream()
                .map(Count::plugin)
                .distinct()
                .map(plugin -> new Kept(
                        plugin,
                        counts.stream()
                                .filter(count -> count.plugin().equals(plugin))
                                .toList()));
    }
}
