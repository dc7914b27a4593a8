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
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.spi.data.JsonObject;
import org.jspecify.annotations.Nullable;

/** Applies a blueprint: all of it, or nothing. */
@Service
@Command(
        scope = "idp",
        name = "blueprint-apply",
        description = "Applies a blueprint: all of it, or nothing if an entry cannot be applied.")
public final class BlueprintApply implements Action {

    @Argument(index = 0, name = "file", description = "The blueprint, YAML of version 1", required = true)
    @Completion(FileCompleter.class)
    private String file = "";

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Configuration configuration;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Session session;

    @Override
    public @Nullable Object execute() throws IOException {
        Path path = session.currentDir().resolve(file);
        if (!Files.isReadable(path)) {
            throw new InvalidFieldsException("file", "There is no file " + path + " that can be read.");
        }
        configuration.applyBlueprint(Actor.system(), Files.readString(path, StandardCharsets.UTF_8));
        session.getConsole()
                .println(
                        json
                                ? JsonText.write(JsonObject.of("applied", path.toString()))
                                : "The blueprint " + path + " is applied.");
        return null;
    }
}
