package org.gatewright.console.plugins;

import java.util.function.Supplier;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.plugins.Audience;
import org.gatewright.port.plugins.PluginCanaries;
import org.gatewright.port.plugins.PluginLifecycle;
import org.gatewright.port.plugins.PluginLifecycle.Change;
import org.gatewright.port.plugins.PluginLifecycle.Upload;
import org.gatewright.port.plugins.PluginOperations;
import org.gatewright.port.settings.Settings;
import org.jspecify.annotations.Nullable;

/** Updates a plug-in; one that was never installed is refused. */
@Service
@Command(scope = "idp", name = "plugin-update", description = "Updates a plug-in that is there.")
public final class PluginUpdate implements Action {

    @Argument(
            index = 0,
            name = "file",
            description = "The jar: a file, or an address with https: or mvn:",
            required = true)
    @Completion(FileCompleter.class)
    private String file = "";

    @Option(
            name = "--canary",
            description = "Call the new version for a part of all only: share=<percent>, application=<slug>,"
                    + " brand=<domain>, group=<name> or user=<name>")
    private String canary = "";

    @Option(name = "--sha256", description = "Refuse any other jar than the one with this SHA-256, in hexadecimal")
    private @Nullable String sha256;

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private PluginLifecycle lifecycle;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private PluginOperations operations;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private PluginCanaries canaries;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Settings settings;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Session session;

    @Override
    public @Nullable Object execute() {
        ArtifactSource source = ArtifactSource.of(session.currentDir(), settings);
        if (!canary.isEmpty()) {
            Audience audience = Audience.parse(canary);
            Upload upload = source.read(file, sha256);
            ChangeReport.print(
                    session.getConsole(), json, followed(() -> canaries.begin(Actor.system(), upload, audience)));
            return null;
        }
        Upload upload = source.read(file, sha256);
        Change change = followed(() -> lifecycle.update(Actor.system(), upload));
        String done = change.plugin() + (change.isChange() ? " is updated" : " is unchanged");
        ChangeReport.print(session.getConsole(), json, done, change);
        return null;
    }

    private <T> T followed(Supplier<T> change) {
        return ChangeReport.following(operations, session.getConsole(), json, change);
    }
}
