package org.gatewright.console.blueprints;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.gatewright.json.JsonText;
import org.gatewright.port.configuration.Configuration;
import org.gatewright.spi.data.JsonObject;
import org.jspecify.annotations.Nullable;

/** Writes the whole configuration as a blueprint. */
@Service
@Command(
        scope = "idp",
        name = "blueprint-export",
        description = "Writes the configuration as a blueprint, without secrets, instances of absent types too.")
public final class BlueprintExport implements Action {

    @Argument(index = 0, name = "file", description = "Where to write it; printed if absent")
    @Completion(FileCompleter.class)
    private @Nullable String file;

    @Option(name = "--json", description = "Print JSON: the file, or the blueprint itself")
    private boolean json;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Configuration configuration;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Session session;

    @Override
    public @Nullable Object execute() throws IOException {
        String blueprint = configuration.exportBlueprint();
        if (file == null) {
            session.getConsole().print(json ? JsonText.write(JsonObject.of("blueprint", blueprint)) + "\n" : blueprint);
            return null;
        }
        Path path = session.currentDir().resolve(file);
        Files.writeString(path, blueprint, StandardCharsets.UTF_8);
        session.getConsole()
                .println(
                        json
                                ? JsonText.write(JsonObject.of("file", path.toString()))
                                : "The configuration is in " + path + ". Secrets are not in it.");
        return null;
    }
}
