package org.gatewright.console.plugins;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.gatewright.json.JsonText;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.plugins.LogLevel;
import org.gatewright.port.plugins.PluginLogs;
import org.gatewright.spi.data.JsonObject;
import org.jspecify.annotations.Nullable;

/** Sets how much a plug-in writes to the log. */
@Service
@Command(
        scope = "idp",
        name = "plugin-log",
        description = "Sets how much a plug-in writes to the log; its later versions as well, and after a restart.")
public final class PluginLog implements Action {

    @Argument(index = 0, name = "id", description = "The id of the plug-in", required = true)
    @Completion(PluginCompleter.class)
    private String id = "";

    @Argument(
            index = 1,
            name = "level",
            description = "TRACE, DEBUG, INFO, WARN or ERROR; DEFAULT for as much as everything else",
            required = true)
    @Completion(
            value = StringsCompleter.class,
            values = {LogLevel.DEFAULT, "TRACE", "DEBUG", "INFO", "WARN", "ERROR"})
    private String level = "";

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private PluginLogs logs;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Session session;

    @Override
    public @Nullable Object execute() {
        Optional<LogLevel> next = LogLevel.parse(level);
        logs.setLevel(Actor.system(), id, next);
        String word = LogLevel.word(next);
        String message = next.isPresent()
                ? id + " writes to the log from " + word + " on."
                : id + " writes as much to the log as everything else.";
        session.getConsole()
                .println(
                        json
                                ? JsonText.write(JsonObject.of("plugin", id)
                                        .with("log_level", word)
                                        .with("message", message))
                                : message);
        return null;
    }
}
