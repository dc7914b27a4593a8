package org.gatewright.console.plugins;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.gatewright.console.output.Report;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.plugins.PluginLifecycle;
import org.gatewright.port.plugins.PluginLifecycle.Change;
import org.gatewright.port.plugins.PluginLifecycle.Upload;
import org.gatewright.port.plugins.PluginOperations;
import org.gatewright.port.settings.Settings;
import org.jspecify.annotations.Nullable;

/** Installs a plug-in. */
@Service
@Command(
        scope = "idp",
        name = "plugin-install",
        description = "Installs a plug-in, or updates it if another version of it is there.")
public final class PluginInstall implements Action {

    @Argument(
            index = 0,
            name = "file",
            description = "The jar: a file, or an address with https: or mvn:",
            required = true)
    @Completion(FileCompleter.class)
    private String file = "";

    @Option(name = "--check", description = "Only say what the jar is, and why it would be refused")
    private boolean check;

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
    private Settings settings;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Session session;

    @Override
    public @Nullable Object execute() {
        Upload upload = ArtifactSource.of(session.currentDir(), settings).read(file, sha256);
        if (check) {
            Report.one(session.getConsole(), json, ArtifactRows.of(lifecycle.inspect(upload)));
            return null;
        }
        Change change = ChangeReport.following(
                operations, session.getConsole(), json, () -> lifecycle.install(Actor.system(), upload));
        String done = change.plugin()
                + (change.from().isEmpty() ? " is installed" : change.isChange() ? " is updated" : " is unchanged");
        ChangeReport.print(session.getConsole(), json, done, change);
        return null;
    }
}
