package org.gatewright.console.plugins;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.gatewright.console.output.Report;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.plugins.PluginDocuments;
import org.gatewright.port.plugins.PluginDocuments.Count;
import org.gatewright.spi.data.JsonObject;
import org.jspecify.annotations.Nullable;

/** Shows how many documents plug-ins keep, and erases those of one. */
@Service
@Command(
        scope = "idp",
        name = "plugin-documents",
        description = "Shows how many documents plug-ins keep, those that are gone as well; erases those of one.")
public final class DocumentList implements Action {

    @Argument(index = 0, name = "id", description = "The id of the plug-in; all if left out")
    @Completion(PluginCompleter.class)
    private String id = "";

    @Option(name = "--erase", description = "Erase all documents of the plug-in; nothing brings them back")
    private boolean erase;

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private PluginDocuments documents;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Session session;

    @Override
    public @Nullable Object execute() {
        List<Count> counts = documents.counts().stream()
                .filter(count -> id.isEmpty() || count.plugin().equals(id))
                .toList();
        if (erase) {
            erase(counts);
        } else {
            Report.list(
                    session.getConsole(),
                    json,
                    counts.stream().map(DocumentList::row).toList(),
                    "plugin",
                    "collection",
                    "documents");
        }
        return null;
    }

    private void erase(List<Count> counts) {
        if (id.isEmpty()) {
            throw new InvalidFieldsException("id", "Say whose documents are to be erased.");
        }
        if (counts.isEmpty()) {
            throw new InvalidFieldsException("id", "There are no documents of a plug-in “" + id + "”.");
        }
        int erased = documents.erase(Actor.system(), id);
        if (json) {
            Report.one(session.getConsole(), true, JsonObject.of("plugin", id).with("erased", erased));
        } else {
            session.getConsole().println(erased + (erased == 1 ? " document of " : " documents of ") + id + " erased.");
        }
    }

    private static JsonObject row(Count count) {
        return JsonObject.of("plugin", count.plugin())
                .with("collection", count.collection())
                .with("documents", count.documents());
    }
}
